"""What is known of each reference's DOI: machines that yield requests and are sent replies.

They open nothing and wait for nothing. `resolve` gives verdicts, `identify` PubMed numbers for
references whose DOI is known. Pace, retries and files belong to whoever drives them.
"""

from __future__ import annotations

from ifnlit.resolve.machine import Ask, Machine, Terms, identify, resolve

__all__ = ["Ask", "Machine", "Terms", "identify", "resolve"]
