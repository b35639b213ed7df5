//! The batch example as its users meet it: run as a program, in folders of its own.

mod batch {
    mod formats;
    mod inputs;
    mod lists;
    mod mistakes;
    mod output;
    mod progress;
    mod schema;
    mod tool;
}
