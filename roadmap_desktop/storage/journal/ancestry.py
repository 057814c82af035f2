"""Who knew what: which change sets were written with knowledge of which."""

from collections.abc import Iterable


class Ancestry:
    """Answers ``knows(a, b)`` at once, however long the journal.

    The change sets are laid into chains, each written upon the one before. A change set knows a beginning of every
    chain, so how far it knows each says everything (a version vector: Fidge, 1988; Mattern, 1989). Change sets of one
    chain share what they know of the others until the next merge.
    """

    def __init__(self, parents: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        """``parents``: every change set with those it was written upon, ancestors first; unknown keys are passed
        over."""
        self._places: dict[str, tuple[int, int]] = {}
        self._others: dict[str, dict[int, int]] = {}
        self._tips: list[str] = []
        self._written_upon: set[str] = set()
        for id_, after in parents:
            self._add(id_, [parent for parent in after if parent in self._places])
            self._written_upon.update(after)

    def _add(self, id_: str, parents: list[str]) -> None:
        known = self._others[parents[0]] if len(parents) == 1 else self._joined(parents)
        for parent in parents:
            chain, depth = self._places[parent]
            if self._tips[chain] == parent:
                self._tips[chain] = id_
                self._places[id_] = (chain, depth + 1)
                break
        else:
            self._places[id_] = (len(self._tips), 0)
            self._tips.append(id_)
            if len(parents) == 1:
                known = self._joined(parents)
        self._others[id_] = known

    def _joined(self, parents: list[str]) -> dict[int, int]:
        known: dict[int, int] = {}
        for parent in parents:
            for chain, depth in (*self._others[parent].items(), self._places[parent]):
                known[chain] = max(depth, known.get(chain, -1))
        return known

    def knows(self, later: str, earlier: str) -> bool:
        """Whether the one was written with knowledge of the other; each knows itself. Raises KeyError."""
        chain, depth = self._places[earlier]
        own_chain, own_place = self._places[later]
        return depth <= (own_place if chain == own_chain else self._others[later].get(chain, -1))

    def heads(self) -> list[str]:
        """Those upon which nothing was written yet, in the order of their keys."""
        return sorted(id_ for id_ in self._places if id_ not in self._written_upon)
