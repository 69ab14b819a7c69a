"""Measuring answers: figures, probes, reports and the speed of the engine."""
