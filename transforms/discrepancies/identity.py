"""Who a finding is, and what it rests on."""

from hashlib import blake2b

import polars as pl

from expectations.contracts.vocabulary import Relation
from transforms.ids import stable_id


def with_identity(found: pl.DataFrame, versions: dict[Relation, int], key: list[str]) -> pl.DataFrame:
    """The findings with `discrepancy_id` and `evidence_hash`.

    The id hashes `key`, which stays while claims join the finding. The hash is over the claims, their values and the
    rule's version: a verdict holds while it is the same.
    """
    ids = [stable_id("d", *row) for row in found.select(key).iter_rows()]
    hashes = [
        _digest(kind, versions[Relation(kind)], claim_ids, fields)
        for kind, claim_ids, fields in found.select("type", "claim_ids", "fields").iter_rows()
    ]
    return found.with_columns(
        pl.Series("discrepancy_id", ids, dtype=pl.String), pl.Series("evidence_hash", hashes, dtype=pl.String)
    )


def _digest(kind: str, version: int, claim_ids: list[str], fields: list[str]) -> str:
    parts = "\x1e".join((kind, str(version), "\x1f".join(sorted(claim_ids)), "\x1d".join(fields)))
    return blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
