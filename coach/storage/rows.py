"""Items to rows and back, in bulk: a constant number of statements for any number of items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, bindparam, delete, insert, select, update

from coach.domain.models import Item, Kind, Model
from coach.domain.naming import without_title
from coach.storage import tables
from coach.storage.names import name_key
from coach.storage.shapes import SHAPES, Children, Shape

T = TypeVar("T")
CHUNK = 500
Rows = dict[Table, list[dict[str, Any]]]


def chunks(values: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """Pieces of at most `size`: databases bound the number of values in one statement."""
    iterator = iter(values)
    while piece := list(islice(iterator, size)):
        yield piece


@cache
def _plain_fields(model: type[Model], table: Table) -> tuple[str, ...]:
    return tuple(name for name in model.model_fields if name in table.c)


def reference_columns(prefix: str, reference: str | None, known: frozenset[str] | set[str]) -> dict[str, str | None]:
    """The three columns of a person reference: the id when it is one of the `known`, else the name as given."""
    if reference is None or reference in known:
        return {f"{prefix}_id": reference, f"{prefix}_name": None, f"{prefix}_key": None}
    return {f"{prefix}_id": None, f"{prefix}_name": reference, f"{prefix}_key": name_key(reference)}


def encode(shape: Shape, items: Iterable[Item], known: set[str]) -> Rows:
    """The rows of the items, parents' tables before children's. `known` are ids of people who are kept."""
    rows: Rows = defaultdict(list)
    rows[shape.table] = []
    for item in items:
        rows[shape.table].append(_row(item, shape.table, shape.references, known) | shape.derived(item))
        for child in shape.children:
            _encode_children(rows, child, item.id, getattr(item, child.field), known)
    return rows


def _row(model: Model, table: Table, references: Sequence[str], known: set[str]) -> dict[str, Any]:
    row = {name: getattr(model, name) for name in _plain_fields(type(model), table)}
    for reference in references:
        row |= reference_columns(reference, getattr(model, reference), known)
    return row


def _encode_children(rows: Rows, child: Children, parent: str, values: Iterable[Any], known: set[str]) -> None:
    for position, value in enumerate(values):
        row: dict[str, Any] = {child.parent: parent, "position": position}
        if isinstance(value, Model):
            row |= _row(value, child.table, child.references, known)
        elif child.column:
            row[child.column] = value
        else:
            row |= reference_columns("person", value, known)
        rows[child.table].append(row)
        for grandchild in child.children:
            _encode_children(rows, grandchild, value.id, getattr(value, grandchild.field), known)


def write(connection: Connection, kind: Kind, added: Sequence[Item], updated: Sequence[Item], known: set[str]) -> None:
    """Insert the added and rewrite the updated; a row that others refer to is updated in place, never replaced."""
    shape = SHAPES[kind]
    for child in shape.children:
        for ids in chunks(item.id for item in updated):
            connection.execute(delete(child.table).where(child.table.c[child.parent].in_(ids)))
    changed = encode(shape, updated, known)
    if parents := changed.pop(shape.table):
        _update_rows(connection, shape.table, parents)
    for rows in (encode(shape, added, known), changed):
        for table, values in rows.items():
            if values:
                connection.execute(insert(table), values)


def _update_rows(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    names = [name for name in rows[0] if name not in ("id", "created_at")]
    statement = update(table).where(table.c.id == bindparam("_id"))
    statement = statement.values({table.c[name]: bindparam(f"_{name}", type_=table.c[name].type) for name in names})
    connection.execute(statement, [{f"_{name}": row[name] for name in ("id", *names)} for row in rows])


def load(connection: Connection, kind: Kind, ids: Sequence[str], *, without: Sequence[str] = ()) -> dict[str, Any]:
    """The items of these ids, by id, in the order of `ids`; missing ones are left out, as are the lists `without`."""
    shape = SHAPES[kind]
    found: dict[str, Any] = {}
    for some in chunks(dict.fromkeys(ids)):
        rows = connection.execute(select(shape.table).where(shape.table.c.id.in_(some))).mappings()
        lists = {c.field: children_of(connection, c, some) for c in shape.children if c.field not in without}
        for row in rows:
            fields = _fields(shape.model, shape.table, shape.references, row)
            fields |= {name: values.get(row["id"], ()) for name, values in lists.items()}
            found[row["id"]] = shape.model(**fields)
    return {id: found[id] for id in ids if id in found}


def children_of(connection: Connection, child: Children, parents: Sequence[str]) -> dict[str, list[Any]]:
    """The values of one list field, by parent id, in their order."""
    lists: dict[str, list[Any]] = defaultdict(list)
    for parent, value in listed(connection, child, child.table.c[child.parent].in_(parents)):
        lists[parent].append(value)
    return lists


def listed(connection: Connection, child: Children, condition: ColumnElement[bool]) -> list[tuple[str, Any]]:
    """The values of one list field whose rows fit the condition, each with its parent's id."""
    table = child.table
    query = select(table).where(condition).order_by(table.c[child.parent], table.c.position)
    rows = connection.execute(query).mappings().all()
    nested = {
        grandchild.field: _nested(connection, grandchild, [row["id"] for row in rows]) for grandchild in child.children
    }
    return [(row[child.parent], _child(child, row, nested)) for row in rows]


def _nested(connection: Connection, child: Children, parents: Sequence[str]) -> dict[str, list[Any]]:
    lists: dict[str, list[Any]] = {}
    for some in chunks(parents):
        lists |= children_of(connection, child, some)
    return lists


def _child(child: Children, row: RowMapping, nested: Mapping[str, Mapping[str, list[Any]]]) -> Any:
    if child.model is None:
        return row[child.column] if child.column else row["person_id"] or row["person_name"]
    fields = _fields(child.model, child.table, child.references, row)
    return child.model(**fields, **{name: values.get(row["id"], ()) for name, values in nested.items()})


def _fields(model: type[Model], table: Table, references: Sequence[str], row: RowMapping) -> dict[str, Any]:
    fields = {name: row[name] for name in _plain_fields(model, table)}
    for reference in references:
        fields[reference] = row[f"{reference}_id"] or row[f"{reference}_name"]
    return fields


def names_of(people: Iterable[Any]) -> list[dict[str, str]]:
    """The rows of `person_names`: every name of a person in its normal form, once."""
    return [
        {"person_id": person.id, "key": key}
        for person in people
        for key in dict.fromkeys(
            name_key(name) for name in (person.name, without_title(person.name), *person.also_called)
        )
        if key
    ]


def write_names(connection: Connection, people: Sequence[Any]) -> None:
    table = tables.person_names
    for ids in chunks(person.id for person in people):
        connection.execute(delete(table).where(table.c.person_id.in_(ids)))
    if rows := names_of(people):
        connection.execute(insert(table), rows)
