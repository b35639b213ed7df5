//! A bar on a terminal and nowhere else; that it is silent elsewhere, every other test shows.
#![cfg(target_os = "linux")]

use super::tool::{Place, program};
use std::process::Command;

/// What a terminal shows of a run over some articles; none without `script`, which makes terminals.
fn on_a_terminal(option: &str) -> Option<String> {
    let place = Place::new();
    place.write("a.jsonl", "{\"b\":\"Xã Thanh Lâm họp.\"}\n".repeat(2000));
    let command = format!(
        "{} {option} --format normalized --jsonl-field b --output found a.jsonl",
        program().display()
    );
    let mut script = Command::new("script");
    script.args(["-qec", &command, "/dev/null"]).current_dir(place.path("")).env("TERM", "xterm");
    match script.output() {
        Ok(ran) if ran.status.success() => {
            assert_eq!(place.read("found").lines().count(), 2000);
            Some(String::from_utf8_lossy(&ran.stdout).into_owned())
        }
        Ok(ran) => panic!("{}", String::from_utf8_lossy(&ran.stdout)),
        Err(error) => {
            println!("skipped: no terminal can be made: {error}");
            None
        }
    }
}

#[test]
fn rate_and_time_left_are_shown() {
    if let Some(shown) = on_a_terminal("") {
        assert!(shown.contains("/s ") && shown.contains(" left"), "{shown:?}");
    }
}

#[test]
fn the_bar_can_be_switched_off() {
    if let Some(shown) = on_a_terminal("--no-progress") {
        assert_eq!(shown, "");
    }
}
