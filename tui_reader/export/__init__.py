"""Exports: a reading written into files, each whole or not at all. Knows no face and no device.

An `ExportJob` is a document with everything its sound needs. It is rendered once, into a `Rendering`: the timeline and,
if a format needs it, the sound. Every format is a module with `write(file, rendering)`, so that captions fit the sound
beside them to the frame. To add a format, write such a module and add its line to `output_formats.OUTPUT_FORMATS`.

`export_document` writes one document, `batch` many; `audio`, `captions`, `epub`, `html` and `text` are the formats.
"""
