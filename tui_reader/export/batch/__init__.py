"""Exports of many documents: side by side, each once.

`batch_documents` finds the documents, `batch_names` names their files, `batch_log` knows what is done, `local_workers`
and `dask_cluster` do the work in processes of this machine or of others, and `batch_export` gives it to them and
reports what became of each document.
"""
