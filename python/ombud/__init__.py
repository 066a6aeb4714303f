"""Helpers of Ombud for Python."""
