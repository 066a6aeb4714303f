"""Roles as the command reads them."""

from __future__ import annotations

import re

_SIGNS = re.compile(r'[",=<>]|^\s|\s$|^$')
_NAME = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^=<>]*))')


def quote(name) -> str:
    """A name or a value that holds a sign of the grammar stands in double quotes."""
    text = str(name)
    return '"' + text.replace('"', '""') + '"' if _SIGNS.search(text) else text


def value(item) -> str:
    """A value of Python as the engine writes it."""
    return str(item).lower() if isinstance(item, bool) else str(item)


def binary(role, columns) -> tuple[str, str]:
    """A decision or an outcome: its column, and what the command is told.

    role: a column, a text such as "approved=yes" or "score>=7", or `(column, values)`.
    columns: those of the data, where they are known: a name that is one of them is no text to take apart.
    """
    if isinstance(role, tuple):
        column, values = role
        many = values if isinstance(values, (list, tuple, set, frozenset)) else [values]
        return str(column), f"{quote(column)}={','.join(sorted(quote(value(one)) for one in many))}"
    text = str(role)
    if columns is not None and text in columns:
        return text, quote(text)
    quoted, plain = _NAME.match(text).groups()
    return (quoted.replace('""', '"') if quoted is not None else plain.strip()), text


def names(roles) -> list[str]:
    """One name or several."""
    one = isinstance(roles, str) or not hasattr(roles, "__iter__")
    return [str(name) for name in ([roles] if one else roles)]
