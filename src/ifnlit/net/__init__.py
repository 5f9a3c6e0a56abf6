"""HTTP: the only place that opens a socket."""
