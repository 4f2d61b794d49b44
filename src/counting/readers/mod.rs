//! Readers and writers of ballot files.
