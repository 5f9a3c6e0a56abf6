"""One function per command; joins the pure rings with files and network."""
