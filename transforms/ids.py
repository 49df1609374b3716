"""Stable ids: the same content gives the same id on every machine."""

from hashlib import blake2b


def stable_id(prefix: str, *parts: object) -> str:
    """`prefix_` and 16 hexadecimal digits of BLAKE2b over the parts, which a separator keeps apart."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{prefix}_{blake2b(joined.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"


def content_hash(*parts: str | None) -> str:
    """32 hexadecimal digits of BLAKE2b over the parts with white space folded."""
    joined = "\x1f".join(" ".join(part.split()) if part else "" for part in parts)
    return blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
