//! Runs the built example.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::{env, fs, thread};

/// What a run printed and how it ended.
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// A folder of its own for one test, removed at the end.
pub(crate) struct Place {
    folder: tempfile::TempDir,
}

/// The program; built first where `cargo test --test` has left it out or as it was.
pub(crate) fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let test = env::current_exe().expect("a test has a path");
        let profile = test.ancestors().nth(2).expect("tests lie in target/PROFILE/deps");
        let path = profile.join("examples").join(format!("batch{}", env::consts::EXE_SUFFIX));
        let changed = |path: &Path| fs::metadata(path).and_then(|meta| meta.modified()).ok();
        if changed(&path) < changed(&test) {
            let mut build = Command::new(env!("CARGO"));
            build.args(["build", "--quiet", "--example", "batch"]);
            if !cfg!(debug_assertions) {
                build.arg("--release");
            }
            let built = build.current_dir(env!("CARGO_MANIFEST_DIR")).status();
            assert!(built.expect("cargo runs").success(), "the example builds");
        }
        path
    })
}

impl Place {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    pub(crate) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file, with the folders that lead to it.
    pub(crate) fn write(&self, name: impl AsRef<Path>, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("it lies in the folder")).expect("folders");
        fs::write(path, content).expect("a file");
    }

    pub(crate) fn read(&self, name: impl AsRef<Path>) -> String {
        let path = self.path(name);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// All files below, sorted, with hidden ones.
    pub(crate) fn files(&self, folder: &str) -> Vec<String> {
        let root = self.path(folder);
        let mut stack = vec![root.clone()];
        let mut files = Vec::new();
        while let Some(folder) = stack.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    stack.push(path);
                } else {
                    let name = path.strip_prefix(&root).expect("below the root");
                    files.push(name.to_string_lossy().into_owned());
                }
            }
        }
        files.sort();
        files
    }

    /// The program, to be run in this folder.
    pub(crate) fn command(&self, args: &[impl AsRef<OsStr>]) -> Command {
        let mut command = Command::new(program());
        command.args(args).current_dir(self.folder.path());
        command
    }

    pub(crate) fn run(&self, args: &[impl AsRef<OsStr>]) -> Ran {
        self.run_with(args, b"")
    }

    /// Runs with `input` as standard input.
    pub(crate) fn run_with(&self, args: &[impl AsRef<OsStr>], input: &[u8]) -> Ran {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let mut stdin = child.stdin.take().expect("piped");
        let output = thread::scope(|scope| {
            // The program may end without reading to the end.
            scope.spawn(move || drop(stdin.write_all(input)));
            child.wait_with_output().expect("the program ends")
        });
        Ran {
            status: output.status.code().expect("not killed"),
            out: String::from_utf8(output.stdout).expect("the output is UTF-8"),
            err: String::from_utf8(output.stderr).expect("messages are UTF-8"),
        }
    }

    /// Runs what must end well and silently; gives what it printed.
    pub(crate) fn good(&self, args: &[impl AsRef<OsStr>]) -> String {
        let ran = self.run(args);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        ran.out
    }
}
