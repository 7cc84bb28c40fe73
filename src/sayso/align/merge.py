"""Two things taken for one: why, and the clusters that grow out of such pairs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Merge:
    """Two referents taken for one thing, how surely, and why in one sentence."""

    one: str
    other: str
    score: float
    reason: str


class Joining:
    """Clusters of keys that grow by pairs; the first key in order leads each."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def leader(self, key: str) -> str:
        """The first key of the cluster that holds the key."""
        while (above := self._above.get(key, key)) != key:
            self._above[key] = self._above.get(above, above)
            key = self._above[key]
        return key

    def pair(self, one: str, other: str) -> None:
        """Both keys are of one cluster."""
        low, high = sorted((self.leader(one), self.leader(other)))
        if low != high:
            self._above[high] = low
