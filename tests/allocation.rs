//! A warm worker allocates nothing, an analyzer nothing by token.
#![allow(unsafe_code)] // an allocator cannot be written without

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use vinews::{Analyzer, Segmenter};

/// Counts what each thread allocates.
struct Counting;

thread_local! {
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
}

// SAFETY: every call goes to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.with(|n| n.set(n.get() + 1));
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        ALLOCATIONS.with(|n| n.set(n.get() + 1));
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How often `work` allocates.
fn allocations<T>(work: impl FnOnce() -> T) -> usize {
    let before = ALLOCATIONS.with(Cell::get);
    let result = work();
    let count = ALLOCATIONS.with(Cell::get) - before;
    drop(result);
    count
}

#[test]
fn a_warm_worker_allocates_nothing() {
    let text = include_str!("../benches/corpora/small.txt");
    let segmenter = Segmenter::new();
    let mut worker = segmenter.worker();
    worker.segment(text);
    assert_eq!(allocations(|| worker.segment(text).len()), 0);
}

#[test]
fn a_longer_document_takes_larger_rooms_but_no_more() {
    let analyzer = Analyzer::new();
    let line = "Bà con trong xóm ra đồng từ sáng sớm để gặt lúa, phơi rơm và trồng vụ rau mới.\n";
    let (short, long) = (line.repeat(64), line.repeat(512));
    let _warm = analyzer.analyze(&long);
    let short = allocations(|| analyzer.analyze(&short));
    let long = allocations(|| analyzer.analyze(&long));
    // Eight times as long: each room that grows is doubled three times more.
    assert!(long <= short + 3 * 16, "{short} allocations for 64 lines, {long} for 512");
}
