//! Const facts on each Vietnamese letter: base, sign, tone, case.
