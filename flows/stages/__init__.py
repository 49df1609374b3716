"""Thin tasks: read what there is to do, call a transform, check, load. Tasks take the run, never frames."""

from flows.stages.claims import read_claims
from flows.stages.coverage import cluster_events, group_copies, load_articles
from flows.stages.findings import align_claims, find_discrepancies, make_estimates
from flows.stages.publishing import publish_warehouse, render_reports
from flows.stages.reading import read_inputs

__all__ = [
    "align_claims",
    "cluster_events",
    "find_discrepancies",
    "group_copies",
    "load_articles",
    "make_estimates",
    "publish_warehouse",
    "read_claims",
    "read_inputs",
    "render_reports",
]
