//! A bounded pool of threads that keeps the order.

use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// How many heaps of results may wait for an earlier one, per thread; more would only hold memory.
const AHEAD: usize = 4;

/// Does `work` on every task on `jobs` threads and hands the results to `sink` in the order of
/// the tasks, until it breaks off.
///
/// Tasks come in heaps, since to hand one over costs as much as a short article. Each heap goes to
/// the workers together with a slot for its results, and the slot goes to the sink at once: the
/// queue of slots keeps the order, and its bound holds back the reading of tasks, so memory depends
/// on the size of some tasks and not on their number.
/// `start` makes what a thread keeps between tasks.
pub(crate) fn in_order<T, R, S>(
    jobs: usize,
    heaps: impl Iterator<Item = Vec<T>> + Send,
    start: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, T) -> R + Sync,
    mut sink: impl FnMut(R) -> ControlFlow<()>,
) where
    T: Send,
    R: Send,
{
    let (give, take) = sync_channel::<(Vec<T>, SyncSender<Vec<R>>)>(jobs * AHEAD);
    let (promise, promised) = sync_channel::<Receiver<Vec<R>>>(jobs * AHEAD);
    let take = Mutex::new(take);
    thread::scope(|scope| {
        scope.spawn(move || {
            for heap in heaps {
                let (slot, results) = sync_channel(1);
                if promise.send(results).is_err() || give.send((heap, slot)).is_err() {
                    break;
                }
            }
        });
        for _ in 0..jobs {
            scope.spawn(|| {
                let mut state = start();
                loop {
                    let next = take.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok((heap, slot)) = next else { break };
                    let results = heap.into_iter().map(|task| work(&mut state, task));
                    // The sink may have broken off, and then nobody waits for the results.
                    let _ = slot.send(results.collect());
                }
            });
        }
        for results in promised {
            // A slot is dropped unfilled only by a thread that panics, which ends the scope.
            let Ok(results) = results.recv() else { break };
            if results.into_iter().try_for_each(&mut sink).is_break() {
                break;
            }
        }
    });
}
