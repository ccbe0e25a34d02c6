"""Conditions as one line of text: ``member_status = up_to_date and not tag = bureau``.

    condition = some (or some)*          some = one (and one)*
    one       = not one | ( condition ) | rule
    rule      = criterion [ ( about ) ] operator [ values ]

Values are words, or stand in double quotes; ``in`` and ``not in`` take several in brackets,
``between`` two with ``and``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.condition_checks import checked_condition, checked_rule, criterion_of
from coopdesk.domain.contact_conditions import (
    MOST_LEVELS,
    Condition,
    Operator,
    Rule,
    RuleGroup,
    simplified,
)
from coopdesk.domain.contact_criteria import Criteria, ValueKind
from coopdesk.domain.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.contact_criteria import Criterion

TEXT_LIMIT = 20_000
_WORDS = frozenset({"and", "or", "not", "in", "is", "between", "empty"})
_SIGNS = ("!=", "!~", "^=", ">=", "<=", "=", "~", ">", "<")
_TOKEN = re.compile(
    r'\s*(?:(?P<quoted>"(?:[^"\\]|\\.)*")'
    r"|(?P<sign>!=|!~|\^=|>=|<=|[=~><(),])"
    r"|(?P<word>[^\s\"=~><(),!^]+))"
)
_BARE = re.compile(r"[^\W_][\w@.+/'’-]*")
_END = "end"


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    place: int


def parse_condition(text: str, criteria: Criteria | None = None) -> Condition:
    """Read a condition; an empty text is the condition that everybody fits.

    Raises:
        RuleError: ``filter.…`` with ``place``, the number of the character from 1.
    """
    if len(text) > TEXT_LIMIT:
        raise RuleError("text.too_long", length=len(text), limit=TEXT_LIMIT)
    known = criteria or Criteria()
    tokens = _tokens(text)
    if len(tokens) == 1:
        return RuleGroup(())
    return checked_condition(_Parser(tokens, known).whole(), known)


def condition_text(condition: Condition) -> str:
    """Return a condition as ``parse_condition`` reads it."""
    plain = simplified(condition)
    return _text(plain, outer=True)


def _text(condition: Condition, *, outer: bool = False) -> str:
    if isinstance(condition, Rule):
        return _rule_text(condition)
    word = " and " if condition.is_all else " or "
    inner = word.join(_text(part) for part in condition.conditions)
    if condition.negated:
        (first, *more) = condition.conditions or (RuleGroup(()),)
        is_rule = isinstance(first, Rule) and not more
        return f"not {inner}" if is_rule else f"not ({inner})"
    return inner if outer else f"({inner})"


def _rule_text(rule: Rule) -> str:
    about = f"({_quoted(rule.about)})" if rule.about else ""
    head = f"{rule.criterion}{about} {rule.operator}"
    values = [_quoted(value) for value in rule.values]
    if rule.operator in {Operator.ANY_OF.value, Operator.NONE_OF.value}:
        return f"{head} ({', '.join(values)})"
    return f"{head} {' and '.join(values)}".rstrip()


def _quoted(value: str) -> str:
    if _BARE.fullmatch(value) and value.lower() not in _WORDS:
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _tokens(text: str) -> list[_Token]:
    found = []
    place = 0
    while text[place:].strip():
        match = _TOKEN.match(text, place)
        if match is None or match.lastgroup is None:
            left = text[place:].lstrip()
            start = len(text) - len(left) + 1
            raise RuleError("filter.not_expected", text=left[:20], place=start, known='"…"')
        kind = match.lastgroup
        said = match.group(kind)
        if kind == "quoted":
            said = re.sub(r"\\(.)", r"\1", said[1:-1])
        found.append(_Token(kind, said, match.start(kind) + 1))
        place = match.end()
    return [*found, _Token(_END, "", len(text.rstrip()) + 1)]


class _Parser:
    """Reads tokens from left to right; one method for each line of the grammar."""

    def __init__(self, tokens: Sequence[_Token], criteria: Criteria) -> None:
        self._tokens = tokens
        self._criteria = criteria
        self._next = 0
        self._levels = 0

    def whole(self) -> Condition:
        condition = self._condition()
        if self._token.kind != _END:
            raise self._unexpected("and, or")
        return condition

    @property
    def _token(self) -> _Token:
        return self._tokens[self._next]

    def _take(self) -> _Token:
        token = self._token
        self._next += 1
        return token

    def _took(self, *texts: str) -> bool:
        """Take the next tokens if they are these words or signs."""
        ahead = self._tokens[self._next : self._next + len(texts)]
        if [token.text.lower() for token in ahead] != list(texts):
            return False
        if any(token.kind == "quoted" for token in ahead):
            return False
        self._next += len(texts)
        return True

    def _unexpected(self, known: str) -> RuleError:
        token = self._token
        if token.kind == _END:
            return RuleError("filter.ends_too_early", place=token.place, known=known)
        return RuleError(
            "filter.not_expected", text=token.text[:40], place=token.place, known=known
        )

    def _condition(self) -> Condition:
        parts = [self._some()]
        while self._took("or"):
            parts.append(self._some())
        return parts[0] if len(parts) == 1 else RuleGroup(tuple(parts), is_all=False)

    def _some(self) -> Condition:
        parts = [self._one()]
        while self._took("and"):
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else RuleGroup(tuple(parts))

    def _one(self) -> Condition:
        self._levels += 1
        if self._levels > 4 * MOST_LEVELS:
            raise RuleError("filter.too_deep", limit=MOST_LEVELS)
        try:
            if self._took("not"):
                return RuleGroup((self._one(),), negated=True)
            if self._took("("):
                return self._bracket()
            return self._rule()
        finally:
            self._levels -= 1

    def _bracket(self) -> Condition:
        if self._took(")"):
            return RuleGroup(())
        inner = self._condition()
        if not self._took(")"):
            raise self._unexpected(")")
        return inner

    def _rule(self) -> Condition:
        start = self._token
        if start.kind != "word":
            raise self._unexpected(", ".join(self._criteria.keys))
        key = self._take().text
        about = self._about()
        with _placed(start.place):
            criterion = criterion_of(key, about, self._criteria)
        if self._is_at_end_of_rule() and criterion.kind is ValueKind.YES_NO:
            return Rule(key, Operator.IS.value, ("yes",), about)
        operator = self._operator(criterion)
        place = self._token.place
        values = self._values(operator)
        with _placed(place):
            return checked_rule(Rule(key, operator.value, values, about), self._criteria)

    def _is_at_end_of_rule(self) -> bool:
        token = self._token
        return token.kind == _END or token.text.lower() in {"and", "or", ")"}

    def _about(self) -> str:
        if not self._took("("):
            return ""
        words = []
        while self._token.kind in {"word", "quoted"}:
            words.append(self._take().text)
        if not self._took(")"):
            raise self._unexpected(")")
        return " ".join(words)

    def _operator(self, criterion: Criterion) -> Operator:
        for words, operator in _OPERATOR_WORDS:
            if operator in criterion.operators and self._took(*words):
                return operator
        raise self._unexpected(" ".join(x.value for x in criterion.operators))

    def _values(self, operator: Operator) -> tuple[str, ...]:
        if operator in {Operator.EMPTY, Operator.NOT_EMPTY}:
            return ()
        if operator in {Operator.ANY_OF, Operator.NONE_OF}:
            return self._listed()
        first = self._value()
        if operator is not Operator.BETWEEN:
            return (first,)
        if not self._took("and"):
            raise self._unexpected("and")
        return first, self._value()

    def _listed(self) -> tuple[str, ...]:
        if not self._took("("):
            raise self._unexpected("(")
        values = [self._value()]
        while self._took(","):
            values.append(self._value())
        if not self._took(")"):
            raise self._unexpected(", )")
        return tuple(values)

    def _value(self) -> str:
        token = self._token
        is_word = token.kind == "word" and token.text.lower() not in _WORDS
        if not is_word and token.kind != "quoted":
            raise self._unexpected('"…"')
        return self._take().text


_OPERATOR_WORDS = (
    (("is", "not", "empty"), Operator.NOT_EMPTY),
    (("is", "empty"), Operator.EMPTY),
    (("not", "in"), Operator.NONE_OF),
    (("in",), Operator.ANY_OF),
    (("between",), Operator.BETWEEN),
    *(((sign,), Operator(sign)) for sign in _SIGNS),
)


class _placed:  # noqa: N801 (reads as a word before the block it is for)
    """Adds the place in the text to what a check refuses."""

    def __init__(self, place: int) -> None:
        self._place = place

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: object, _trace: object) -> None:
        if isinstance(error, RuleError):
            error.values.setdefault("place", self._place)
