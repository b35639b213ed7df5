//! The batch example where things go wrong around it: killed, without space, without rights, with
//! inputs that vanish or are far too many.
#![cfg(unix)]

#[path = "batch/tool.rs"]
mod tool;

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tool::{Place, program};

const TEXT: &str = "Sáng 5/3, UBND xã Thanh Lâm họp bàn việc xây trường. Ông Lê Văn Sơn chủ trì.\n";

/// A sequence that looks random and is the same on every run (Knuth's multiplier).
struct Dice(u64);

impl Dice {
    /// A part of `whole`.
    fn part(&mut self, whole: Duration) -> Duration {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        whole.mul_f64((self.0 >> 40) as f64 / f64::from(1 << 24))
    }
}

/// Runs to the end; gives how long that took.
fn timed(place: &Place, args: &[&str]) -> Duration {
    let start = Instant::now();
    place.good(args);
    start.elapsed()
}

/// Starts a run and kills it after `delay`, unless it ended before.
fn killed(place: &Place, args: &[&str], delay: Duration) {
    let mut child = place.command(args).spawn().expect("it starts");
    sleep(delay);
    child.kill().expect("it is ours");
    child.wait().expect("it ends");
}

#[test]
fn killed_while_writing_a_file_leaves_it_as_it_was_or_whole() {
    let place = Place::new();
    for n in 0..200 {
        place.write(format!("in/{n:03}.txt"), TEXT.repeat(20 + n));
    }
    let args = ["--format", "normalized", "in", "--output", "out/found.txt"];
    fs::create_dir(place.path("out")).expect("a folder");
    let whole = timed(&place, &args);
    let expected = place.read("out/found.txt");
    let mut dice = Dice(50);
    let (mut before, mut after) = (0, 0);
    for _ in 0..50 {
        place.write("out/found.txt", "as before");
        killed(&place, &args, dice.part(whole.mul_f64(1.1)));
        match place.read("out/found.txt") {
            text if text == expected => after += 1,
            text => {
                assert_eq!(text, "as before");
                before += 1;
            }
        }
    }
    println!("killed 50 times: {before} left the old file, {after} had written the new one");
    place.good(&args);
    assert_eq!(place.files("out"), ["found.txt"], "what killed runs left is swept up");
}

#[test]
fn killed_while_writing_a_folder_is_taken_up_again_to_the_same_bytes() {
    let place = Place::new();
    for n in 0..120 {
        place.write(format!("in/{}/{n:03}.txt", n % 3), TEXT.repeat(20 + n));
    }
    fn args(out: &str) -> [&str; 6] {
        ["--format", "normalized", "in", "--resume", "--output-dir", out]
    }
    let whole = timed(&place, &args("whole"));
    let names = place.files("whole");
    assert_eq!(names.len(), 120);
    let mut dice = Dice(51);
    let mut unfinished = 0;
    for round in 0..10 {
        let out = format!("out{round}");
        for _ in 0..5 {
            killed(&place, &args(&out), dice.part(whole.mul_f64(0.5)));
            let found = if place.path(&out).exists() { place.files(&out) } else { Vec::new() };
            for name in &found {
                if name.contains(".vinews-part") {
                    unfinished += 1;
                } else {
                    let file = |folder: &str| place.read(format!("{folder}/{name}"));
                    assert_eq!(file(&out), file("whole"), "{name}");
                }
            }
        }
        place.good(&args(&out));
        assert_eq!(place.files(&out), names);
        for name in &names {
            let file = |folder: &str| place.read(format!("{folder}/{name}"));
            assert!(file(&out) == file("whole"), "{name}");
        }
    }
    println!("killed 50 times: {unfinished} unfinished files, none under a final name");
}

/// A shell that does `script`, in which `"$@"` is the program with `args`.
fn shell(place: &Place, script: &str, args: &[&str]) -> Output {
    let mut shell = Command::new("sh");
    shell.current_dir(place.path("")).args(["-c", script, "sh"]).arg(program()).args(args);
    shell.output().expect("there is a shell")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_file_that_cannot_grow_is_told_and_leaves_nothing() {
    let place = Place::new();
    place.write("large.txt", TEXT.repeat(1000));
    place.write("small.txt", TEXT);
    fs::create_dir(place.path("out")).expect("a folder");
    // One block, 512 or 1024 bytes, is all that a file may hold; the signal would kill.
    let script = "trap '' XFSZ; ulimit -f 1; exec \"$@\"";
    let inputs = ["--format", "normalized", "large.txt", "small.txt"];
    let ran = shell(&place, script, &[&inputs[..], &["--output", "out/a.txt"]].concat());
    assert_eq!(ran.status.code(), Some(1));
    assert!(text(&ran.stderr).starts_with("batch: out/a.txt: File too large"));
    assert!(place.files("out").is_empty());

    let ran = shell(&place, script, &[&inputs[..], &["--output-dir", "out"]].concat());
    assert_eq!(ran.status.code(), Some(1));
    assert!(text(&ran.stderr).starts_with("batch: out/large.txt: File too large"));
    assert_eq!(place.files("out"), ["small.txt"], "the others are done");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_told() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    for (script, name) in
        [("\"$@\" --output /dev/full", "/dev/full"), ("\"$@\" > /dev/full", "standard output")]
    {
        let ran = shell(&place, script, &["a.txt"]);
        assert_eq!(ran.status.code(), Some(1));
        let message = format!("batch: {name}: No space left on device");
        assert!(text(&ran.stderr).starts_with(&message), "{}", text(&ran.stderr));
    }
}

/// Small and read-only disks, in a name space of their own so that nothing outside sees them.
#[cfg(target_os = "linux")]
#[test]
fn a_full_or_read_only_disk_is_told() {
    let place = Place::new();
    place.write("large.txt", TEXT.repeat(2000));
    place.write("small.txt", TEXT);
    fs::create_dir(place.path("out")).expect("a folder");
    let on = |options: &str, args: &[&str]| {
        let script = format!(
            "mount -t tmpfs -o {options} tmpfs out || exit 77
             exec 3>&1; \"$@\" 1>&2; status=$?; ls -A out >&3; exit $status"
        );
        let inputs = ["--format", "normalized", "large.txt", "small.txt"];
        let mut shell = Command::new("unshare");
        shell.current_dir(place.path("")).args(["-m", "sh", "-c", &script, "sh"]);
        shell.arg(program()).args(inputs).args(args).output()
    };
    match on("size=64k", &["--output-dir", "out"]) {
        Ok(ran) if ran.status.code() == Some(1) && !text(&ran.stderr).contains("unshare") => {
            let message = "batch: out/large.txt: No space left on device";
            assert!(text(&ran.stderr).starts_with(message), "{}", text(&ran.stderr));
            assert_eq!(text(&ran.stdout), "small.txt\n", "the others are done");
        }
        Ok(ran) => return println!("skipped: no disk may be mounted: {}", text(&ran.stderr)),
        Err(error) => return println!("skipped: no name space may be made: {error}"),
    }
    for (options, args, message) in [
        ("size=64k", ["--output", "out/a.txt"], "out/a.txt: No space left on device"),
        ("ro", ["--output", "out/a.txt"], "out/a.txt: Read-only file system"),
        ("ro", ["--output-dir", "out"], "out/large.txt: Read-only file system"),
    ] {
        let ran = on(options, &args).expect("it did before");
        assert_eq!(ran.status.code(), Some(1));
        assert!(text(&ran.stderr).contains(message), "{}", text(&ran.stderr));
        assert_eq!(text(&ran.stdout), "", "nothing is left");
    }
}

#[test]
fn what_may_not_be_read_is_told() {
    let place = Place::new();
    for name in ["in/a.txt", "in/no.txt", "in/no/b.txt", "in/z.txt"] {
        place.write(name, TEXT);
    }
    let rights = |name: &str, mode| {
        fs::set_permissions(place.path(name), fs::Permissions::from_mode(mode)).expect("rights");
    };
    rights("in/no.txt", 0o000);
    rights("in/no", 0o000);
    let as_root = fs::read(place.path("in/no.txt")).is_ok();
    let mut command = if as_root {
        // Rights do not bind root, so somebody else runs it, from where that one can reach it.
        fs::copy(program(), place.path("batch")).expect("a copy");
        rights("", 0o755);
        let mut command = Command::new(place.path("batch"));
        command.current_dir(place.path("")).uid(65534);
        command
    } else {
        place.command(&[""; 0])
    };
    match command.args(["--format", "normalized", "in"]).output() {
        Err(error) => println!("skipped: nobody else can run it: {error}"),
        Ok(ran) => {
            assert_eq!((ran.status.code(), text(&ran.stdout)), (Some(1), TEXT.repeat(2)));
            let messages = text(&ran.stderr);
            for name in ["in/no", "in/no.txt"] {
                let message = format!("batch: {name}: Permission denied");
                assert!(messages.contains(&message), "{messages}");
            }
        }
    }
    rights("in/no", 0o755);
}

#[test]
fn what_vanishes_before_it_is_read_is_told() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    place.write("b.txt", TEXT);
    let mut command = place.command(&["--jobs", "1", "--format", "normalized", "-"]);
    command.args(["a.txt", "b.txt"]);
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    // The one thread waits for standard input, so the files are seen and not yet read.
    sleep(Duration::from_millis(300));
    fs::remove_file(place.path("a.txt")).expect("it was there");
    child.stdin.take().expect("piped").write_all(TEXT.as_bytes()).expect("it reads");
    let ran = child.wait_with_output().expect("it ends");
    assert_eq!((ran.status.code(), text(&ran.stdout)), (Some(1), TEXT.repeat(2)));
    assert!(text(&ran.stderr).starts_with("batch: a.txt: No such file"));
}

#[test]
fn fifty_thousand_small_files() {
    let place = Place::new();
    for n in 0..50_000 {
        if n % 1000 == 0 {
            fs::create_dir_all(place.path(format!("in/{:02}", n / 1000))).expect("a folder");
        }
        let name = format!("in/{:02}/{:03}.txt", n / 1000, n % 1000);
        fs::write(place.path(name), format!("Thôn {n} họp.\n")).expect("a file");
    }
    let start = Instant::now();
    let out = place.good(&["--format", "normalized", "in"]);
    println!("50,000 files to a stream in {:.1} s", start.elapsed().as_secs_f64());
    assert!(out.lines().enumerate().all(|(n, line)| line == format!("Thôn {n} họp.")));
    assert_eq!(out.lines().count(), 50_000);
}

#[test]
fn a_file_of_a_gigabyte_is_refused_without_being_read_whole() {
    let place = Place::new();
    place.write("good.txt", TEXT);
    let file = fs::File::create(place.path("huge.txt")).expect("a file");
    if let Err(error) = file.set_len(1 << 30) {
        return println!("skipped: no such file can be made here: {error}");
    }
    let start = Instant::now();
    let args = ["--max-size", "16M", "--format", "normalized", "huge.txt", "good.txt"];
    let ran = place.run(&args);
    assert_eq!((ran.status, ran.out.as_str()), (1, TEXT));
    assert!(ran.err.starts_with("batch: huge.txt: more than 16777216 bytes"), "{}", ran.err);
    assert!(start.elapsed() < Duration::from_secs(10));
}

/// The most memory that the run ever held, in KiB.
#[cfg(target_os = "linux")]
fn peak(place: &Place, lines: usize) -> u64 {
    let mut command =
        place.command(&["--jsonl-field", "b", "--format", "normalized", "--jobs", "4"]);
    let command = command.arg("-").stdin(Stdio::piped()).stdout(Stdio::null());
    let mut child = command.spawn().expect("it starts");
    let mut stdin = child.stdin.take().expect("piped");
    let line = format!("{}\n", serde_json::json!({"b": TEXT.repeat(40)}));
    for _ in 0..lines {
        stdin.write_all(line.as_bytes()).expect("it reads");
    }
    // Before its input ends, it lives and can be asked.
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).expect("it lives");
    drop(stdin);
    assert!(child.wait().expect("it ends").success());
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
    peak.trim().trim_end_matches(" kB").parse().expect("a number")
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_number_of_articles() {
    let place = Place::new();
    let (few, many) = (peak(&place, 500), peak(&place, 10_000));
    println!("peak: {few} KiB after 500 articles, {many} KiB after 10,000");
    assert!(many < few + 8 * 1024, "{few} KiB, then {many} KiB");
}
