"""bytes -> Document and Segments: readers by media type, metadata, segmentation."""

from sayso.intake.reading import Reading, read

__all__ = ["Reading", "read"]
