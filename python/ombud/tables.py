"""Tables in memory, as Parquet: the engine reads it many times as fast as text, and values keep their types."""

from __future__ import annotations

import io

# The engine reads so many rows by one thread.
_ROWS_OF_GROUP = 122_880


def columns_of(table) -> list[str]:
    names = table.column_names if hasattr(table, "column_names") else table.columns
    return [str(name) for name in names]


def to_parquet(table, wanted: list[str]) -> memoryview:
    """The wanted columns of a pandas or polars DataFrame, an Arrow table, or whatever gives an Arrow stream."""
    import pyarrow
    import pyarrow.parquet

    present = set(columns_of(table))
    # What is not there is named by the command, with the nearest name; so the names of the others are told, without their rows.
    chosen = [name for name in wanted if name in present]
    if set(wanted) - present:
        arrow = _arrow(table, columns_of(table), pyarrow).slice(0, 1)
    else:
        arrow = _arrow(table, chosen, pyarrow)
    into = io.BytesIO()
    pyarrow.parquet.write_table(
        arrow, into, compression="none", row_group_size=_ROWS_OF_GROUP, write_statistics=False, store_schema=False
    )
    return into.getbuffer()


def _arrow(table, chosen: list[str], pyarrow):
    if isinstance(table, pyarrow.Table):
        return table.select(chosen)
    module = type(table).__module__.split(".")[0]
    if module == "pandas":
        return pyarrow.Table.from_pandas(table[chosen], preserve_index=False)
    if module == "polars":
        return table.select(chosen).to_arrow()
    return pyarrow.table(table).select(chosen)
