//! The only file that names `data/`: one static a list, read where its stage needs it.
