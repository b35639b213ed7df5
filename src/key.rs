//! Keys for search and sorting, made from clean text.
