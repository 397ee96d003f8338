"""What a function's signature says of its arguments: a JSON Schema of them, and their check.

AutoGen makes a pydantic model of the signature. Pydantic is not at hand in the sandbox, so this gives the same schema,
accepts what its lax mode accepts and words its errors in the same way, for the types that tools use.
"""

import datetime
import enum
import inspect
import types
import typing
import uuid

_NONE = type(None)
_DOCUMENTATION = "https://errors.pydantic.dev/2.14/v/"
_SCALARS = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    _NONE: {"type": "null"},
    datetime.datetime: {"format": "date-time", "type": "string"},
    datetime.date: {"format": "date", "type": "string"},
    datetime.time: {"format": "time", "type": "string"},
    uuid.UUID: {"format": "uuid", "type": "string"},
}
_FROM_TEXT = {
    datetime.datetime: (datetime.datetime.fromisoformat, "datetime"),
    datetime.date: (datetime.date.fromisoformat, "date"),
    datetime.time: (datetime.time.fromisoformat, "time"),
    uuid.UUID: (uuid.UUID, "UUID"),
}
_TRUE = {"true", "t", "yes", "y", "on", "1"}
_FALSE = {"false", "f", "no", "n", "off", "0"}


class InvalidArguments(ValueError):
    """Arguments that don't fit the signature; the text is for the model."""


class _Mismatch(Exception):
    def __init__(self, problems):
        self.problems = problems


def _mismatch(kind, text, value):
    return _Mismatch([((), kind, text, value)])


class Parameters:
    """The parameters of a function, `cancellation_token` left out."""

    def __init__(self, function, tool_name, lenient=False):
        """`lenient`: types that can't be described are taken for any."""
        self.title = tool_name + "args"
        hints = typing.get_type_hints(function, getattr(function, "__globals__", {}), include_extras=True)
        self.parameters = {}
        for name, parameter in inspect.signature(function).parameters.items():
            if name == "cancellation_token":
                continue
            if name not in hints:
                raise ValueError("No annotation")
            kind, description = _annotation(name, hints[name])
            if lenient and not _is_describable(kind) and not hasattr(kind, "model_validate"):
                kind = typing.Any
            self.parameters[name] = (kind, description, parameter.default)

    def schema(self):
        """The JSON Schema that a model is shown."""
        properties = {}
        required = []
        for name, (kind, description, default) in self.parameters.items():
            schema = {"description": description, "title": _title(name), **_schema(kind)}
            if default is inspect.Parameter.empty:
                required.append(name)
            else:
                schema["default"] = _plain(default)
            properties[name] = dict(sorted(schema.items()))
        return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}

    def check(self, arguments):
        """The arguments as the function takes them. Raises InvalidArguments."""
        values = {}
        problems = []
        for name, (kind, _description, default) in self.parameters.items():
            if name in arguments:
                try:
                    values[name] = _check(kind, arguments[name])
                except _Mismatch as mismatch:
                    problems.extend(((name, *at), *rest) for at, *rest in mismatch.problems)
            elif default is inspect.Parameter.empty:
                problems.append(((name,), "missing", "Field required", arguments))
            else:
                values[name] = default
        if problems:
            raise InvalidArguments(_report(self.title, problems))
        return values


def _report(title, problems):
    lines = [f"{len(problems)} validation error{'' if len(problems) == 1 else 's'} for {title}"]
    for at, kind, text, value in problems:
        lines.append(".".join(str(step) for step in at))
        shown = f"input_value={_short(repr(value))}, input_type={type(value).__name__}"
        lines.append(f"  {text} [type={kind}, {shown}]")
        lines.append(f"    For further information visit {_DOCUMENTATION}{kind}")
    return "\n".join(lines)


def _short(text):
    return text if len(text) <= 50 else f"{text[:25]}...{text[-24:]}"


def _annotation(name, hint):
    if typing.get_origin(hint) is not typing.Annotated:
        return hint, name
    kind, description = typing.get_args(hint)[:2]
    if not isinstance(description, str):
        raise ValueError(f"Invalid description {description} for parameter {name}, should be a string.")
    return kind, description


def _is_describable(kind):
    try:
        _schema(kind)
        return True
    except Exception:
        return False


def _title(name):
    return name.title().replace("_", " ").strip()


def _plain(value):
    """A default as JSON can say it."""
    if isinstance(value, enum.Enum):
        return _plain(value.value)
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(each) for each in value]
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    return str(value)


def _members(kind):
    """The origin and the arguments of a type: (list, (int,)) of list[int], (list, ()) of list."""
    origin = typing.get_origin(kind)
    if origin is typing.Annotated:
        return _members(typing.get_args(kind)[0])
    return (kind, ()) if origin is None else (origin, typing.get_args(kind))


def _unsupported(kind):
    return TypeError(f"A parameter of the type {kind} can't be described to a model")


def _schema(kind):
    origin, args = _members(kind)
    if origin is typing.Any or origin is inspect.Parameter.empty or origin is object:
        return {}
    if origin in _SCALARS:
        return _SCALARS[origin]
    if origin is typing.Literal:
        return _one_of(list(args))
    if origin is typing.Union or origin is types.UnionType:
        return {"anyOf": [_schema(each) for each in args]}
    if hasattr(origin, "model_json_schema"):
        return origin.model_json_schema()
    if not inspect.isclass(origin):
        raise _unsupported(kind)
    if issubclass(origin, enum.Enum):
        return {**_one_of([each.value for each in origin]), "title": origin.__name__}
    if typing.is_typeddict(origin):
        return _typed_dict_schema(origin)
    if issubclass(origin, (list, set, frozenset, tuple)) or origin in _SEQUENCES:
        return _sequence_schema(origin, args)
    if issubclass(origin, dict) or origin in _MAPPINGS:
        return {"additionalProperties": (_schema(args[1]) or True) if args else True, "type": "object"}
    raise _unsupported(kind)


_SEQUENCES = {typing.get_origin(each) for each in (typing.Sequence, typing.Iterable, typing.Collection)}
_MAPPINGS = {typing.get_origin(each) for each in (typing.Mapping, typing.MutableMapping)}


def _one_of(values):
    schema = {"const": values[0]} if len(values) == 1 else {"enum": values}
    kinds = {type(value) for value in values}
    if len(kinds) == 1:
        schema["type"] = _SCALARS[kinds.pop()]["type"]
    return schema


def _sequence_schema(origin, args):
    if origin is tuple and args and args[-1] is not Ellipsis:
        size = len(args)
        return {"maxItems": size, "minItems": size, "prefixItems": [_schema(each) for each in args], "type": "array"}
    schema = {"items": _schema(args[0]) if args else {}, "type": "array"}
    if origin in (set, frozenset):
        schema["uniqueItems"] = True
    return schema


def _typed_dict_schema(kind):
    properties = {}
    for name, hint in typing.get_type_hints(kind).items():
        properties[name] = {"title": _title(name), **_schema(hint)}
    required = [name for name in properties if name in kind.__required_keys__]
    schema = {"properties": properties, "title": kind.__name__, "type": "object"}
    return {**schema, "required": required} if required else schema


def _check(kind, value):
    origin, args = _members(kind)
    if origin is typing.Any or origin is inspect.Parameter.empty or origin is object:
        return value
    if origin in _CHECKS:
        return _CHECKS[origin](value)
    if origin in _FROM_TEXT:
        return _from_text(origin, value)
    if origin is typing.Literal:
        return _literal(args, value)
    if origin is typing.Union or origin is types.UnionType:
        return _union(args, value)
    if hasattr(origin, "model_validate"):
        return _modelled(origin, value)
    if not inspect.isclass(origin):
        raise _unsupported(kind)
    if issubclass(origin, enum.Enum):
        return _enum(origin, value)
    if typing.is_typeddict(origin):
        return _typed_dict(origin, value)
    if issubclass(origin, (list, set, frozenset, tuple)) or origin in _SEQUENCES:
        return _sequence(origin, args, value)
    if issubclass(origin, dict) or origin in _MAPPINGS:
        return _mapping(args, value)
    raise _unsupported(kind)


def _modelled(kind, value):
    """As a pydantic model takes it; its own error says what does not fit."""
    return kind.model_validate(value)


def _string(value):
    if isinstance(value, str):
        return value
    raise _mismatch("string_type", "Input should be a valid string", value)


def _integer(value):
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        if value.is_integer():
            return int(value)
        text = "Input should be a valid integer, got a number with a fractional part"
        raise _mismatch("int_from_float", text, value)
    if isinstance(value, str):
        try:
            return int(value.strip().removesuffix(".0"))
        except ValueError:
            text = "Input should be a valid integer, unable to parse string as an integer"
            raise _mismatch("int_parsing", text, value) from None
    raise _mismatch("int_type", "Input should be a valid integer", value)


def _number(value):
    if isinstance(value, (int, float)):
        return float(value)
    if isinstance(value, str):
        try:
            return float(value)
        except ValueError:
            text = "Input should be a valid number, unable to parse string as a number"
            raise _mismatch("float_parsing", text, value) from None
    raise _mismatch("float_type", "Input should be a valid number", value)


def _boolean(value):
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float, str)):
        text = value.lower() if isinstance(value, str) else str(value).removesuffix(".0")
        if text in _TRUE:
            return True
        if text in _FALSE:
            return False
        raise _mismatch("bool_parsing", "Input should be a valid boolean, unable to interpret input", value)
    raise _mismatch("bool_type", "Input should be a valid boolean", value)


def _none(value):
    if value is None:
        return None
    raise _mismatch("none_required", "Input should be None", value)


_CHECKS = {str: _string, int: _integer, float: _number, bool: _boolean, _NONE: _none}


def _from_text(kind, value):
    parse, name = _FROM_TEXT[kind]
    try:
        return parse(value)
    except (TypeError, ValueError, AttributeError) as error:
        raise _mismatch(f"{name.lower()}_parsing", f"Input should be a valid {name}, {error}", value) from None


def _choices(values):
    shown = [repr(value) for value in values]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"


def _literal(values, value):
    for each in values:
        if type(each) is type(value) and each == value:
            return each
    raise _mismatch("literal_error", f"Input should be {_choices(values)}", value)


def _enum(kind, value):
    try:
        return kind(value)
    except ValueError:
        text = f"Input should be {_choices([each.value for each in kind])}"
        raise _mismatch("enum", text, value) from None


def _union(kinds, value):
    # As pydantic's smart mode does: a member of exactly this type first, then the first that takes it.
    for kind in kinds:
        if _members(kind)[0] is type(value):
            try:
                return _check(kind, value)
            except _Mismatch:
                continue
    inexact = [kind for kind in kinds if kind is not _NONE]
    if len(inexact) == 1 and value is not None:
        return _check(inexact[0], value)
    problems = []
    for kind in kinds:
        try:
            return _check(kind, value)
        except _Mismatch as mismatch:
            problems.extend(((_name(kind), *at), *rest) for at, *rest in mismatch.problems)
    raise _Mismatch(problems)


def _name(kind):
    origin, args = _members(kind)
    name = "none" if origin is _NONE else getattr(origin, "__name__", str(origin))
    return f"{name}[{','.join(_name(each) for each in args)}]" if args else name


def _sequence(origin, args, value):
    target = origin if inspect.isclass(origin) and issubclass(origin, (set, frozenset, tuple)) else list
    if not isinstance(value, (list, tuple, set, frozenset)):
        raise _mismatch(f"{target.__name__}_type", f"Input should be a valid {target.__name__}", value)
    kinds = list(args[:1]) * len(value) if args else [typing.Any] * len(value)
    if target is tuple and args and args[-1] is not Ellipsis:
        if len(args) != len(value):
            raise _mismatch("tuple_type", f"Input should be a tuple of {len(args)} items", value)
        kinds = list(args)
    return target(_each(enumerate(value), kinds))


def _each(items, kinds):
    checked = []
    problems = []
    for (at, item), kind in zip(items, kinds):
        try:
            checked.append(_check(kind, item))
        except _Mismatch as mismatch:
            problems.extend(((at, *rest_at), *rest) for rest_at, *rest in mismatch.problems)
    if problems:
        raise _Mismatch(problems)
    return checked


def _mapping(args, value):
    if not isinstance(value, dict):
        raise _mismatch("dict_type", "Input should be a valid dictionary", value)
    if not args:
        return value
    keys = _each(((f"{key}.[key]", key) for key in value), [args[0]] * len(value))
    return dict(zip(keys, _each(value.items(), [args[1]] * len(value))))


def _typed_dict(kind, value):
    if not isinstance(value, dict):
        raise _mismatch("dict_type", "Input should be a valid dictionary", value)
    hints = typing.get_type_hints(kind)
    missing = [name for name in hints if name in kind.__required_keys__ and name not in value]
    if missing:
        raise _Mismatch([((name,), "missing", "Field required", value) for name in missing])
    given = [name for name in hints if name in value]
    return dict(zip(given, _each([(name, value[name]) for name in given], [hints[name] for name in given])))
