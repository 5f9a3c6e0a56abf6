"""From printed reference lists to typed records."""
