"""bytes -> Document and Segments: readers by media type, metadata, segmentation."""
