"""A Zotero library on the web, a person's or a group's. Source: ZOTERO_PUSH 5."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ifnlit.push.access import FORBIDDEN, OK, Access, told
from ifnlit.push.job import Road, Stopped, Trouble
from ifnlit.push.rest import synced
from ifnlit.push.told import mapping

if TYPE_CHECKING:
    from collections.abc import Generator

    from ifnlit.model.exchange import Reply, Request
    from ifnlit.push.job import Job, Learnt

    Steps = Generator[Request | Learnt, Reply | None, Any]


def web(job: Job, key: str, group: str = "") -> Steps:
    """Push with an API key, into the key's own library or a group's; gives a `Result`."""
    headers = (("Zotero-API-Version", "3"), ("Zotero-API-Key", key))
    access = Access(Road.WEB, "", "", "", headers)
    answer = yield from access.get("/keys/current")
    owner = mapping(answer.data)
    if answer.status == FORBIDDEN:
        raise Stopped(
            Trouble.REFUSED,
            "Zotero does not know this API key",
            "make one at zotero.org/settings/keys",
        )
    if answer.status != OK or not isinstance(owner.get("userID"), int):
        raise Stopped(
            Trouble.REFUSED, f"no Zotero answers there: {told(answer)}", "check services.zotero"
        )
    if job.apply and not _may_write(owner, group):
        where = f"the group {group}" if group else "the library"
        raise Stopped(
            Trouble.REFUSED, f"the API key may not write to {where}", "give it that right"
        )
    access.prefix = f"/groups/{group}" if group else f"/users/{owner['userID']}"
    access.library = f"web:{access.prefix.removeprefix('/')}"
    return (yield from synced(job, access))


def _may_write(owner: dict[str, Any], group: str) -> bool:
    access = mapping(owner.get("access"))
    if not group:
        return bool(mapping(access.get("user")).get("write"))
    groups = mapping(access.get("groups"))
    own = groups.get(group, groups.get("all"))
    return bool(mapping(own).get("write"))
