"""Tables in memory, as Parquet: the engine reads it many times as fast as text, and values keep their types."""

from __future__ import annotations

import io

from ombud.errors import OmbudError

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
        arrow = pyarrow.table({name: pyarrow.nulls(1, pyarrow.string()) for name in columns_of(table)})
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
        columns = [_pandas_column(table, name, pyarrow) for name in chosen]
        return pyarrow.table(dict(zip(chosen, columns)))
    if module == "polars":
        return table.select(chosen).to_arrow()
    return pyarrow.table(table).select(chosen)


def _pandas_column(table, name: str, pyarrow):
    """A column by its name as text: a DataFrame may have numbers for names, and the same name twice."""
    places = [place for place, one in enumerate(table.columns) if str(one) == name]
    if len(places) > 1:
        raise OmbudError(f'{len(places)} columns of the table are named "{name}": rename them. [OMBUD_E_UNREADABLE]')
    column = table.iloc[:, places[0]]
    if hasattr(column, "sparse"):
        column = column.sparse.to_dense()
    try:
        converted = pyarrow.Array.from_pandas(column)
        if not _is_stored(converted.type, pyarrow):
            converted = pyarrow.Array.from_pandas(_as_text(column))
        return converted
    except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError, pyarrow.ArrowNotImplementedError, ValueError) as cause:
        if column.dtype != object:
            return pyarrow.Array.from_pandas(_as_text(column))
        types = ", ".join(sorted({type(one).__name__ for one in column.dropna()}))
        raise OmbudError(
            f'The column "{name}" holds values of several types ({types}): make them one, for example with '
            f'`.astype("string")`. [OMBUD_E_UNREADABLE]'
        ) from cause


def _is_stored(type_, pyarrow) -> bool:
    """Whether Parquet has a form for it: intervals and periods of pandas are types of its own."""
    of_values = type_.value_type if pyarrow.types.is_dictionary(type_) else type_
    return not isinstance(of_values, pyarrow.BaseExtensionType)


def _as_text(column):
    """Each value as pandas prints it, `(18, 40]`; what is missing stays missing."""
    return column.astype(object).map(str, na_action="ignore")
