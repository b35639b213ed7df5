//! A bounded pool of threads that keeps the order.

use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// How many results may wait for an earlier one, per thread; more would only hold memory.
const AHEAD: usize = 4;

/// Does `work` on every task on `jobs` threads and hands the results to `sink` in the order of
/// the tasks, until it breaks off.
///
/// Each task goes to the workers together with a slot for its result, and the slot goes to the
/// sink at once: the queue of slots keeps the order, and its bound holds back the reading of
/// tasks, so memory depends on the size of some tasks and not on their number.
/// `start` makes what a thread keeps between tasks.
pub(crate) fn in_order<T, R, S>(
    jobs: usize,
    tasks: impl Iterator<Item = T> + Send,
    start: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, T) -> R + Sync,
    mut sink: impl FnMut(R) -> ControlFlow<()>,
) where
    T: Send,
    R: Send,
{
    let (give, take) = sync_channel::<(T, SyncSender<R>)>(jobs * AHEAD);
    let (promise, promised) = sync_channel::<Receiver<R>>(jobs * AHEAD);
    let take = Mutex::new(take);
    thread::scope(|scope| {
        scope.spawn(move || {
            for task in tasks {
                let (slot, result) = sync_channel(1);
                if promise.send(result).is_err() || give.send((task, slot)).is_err() {
                    break;
                }
            }
        });
        for _ in 0..jobs {
            scope.spawn(|| {
                let mut state = start();
                loop {
                    let next = take.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok((task, slot)) = next else { break };
                    // The sink may have broken off, and then nobody waits for the result.
                    let _ = slot.send(work(&mut state, task));
                }
            });
        }
        for result in promised {
            // A slot is dropped unfilled only by a thread that panics, which ends the scope.
            let Ok(result) = result.recv() else { break };
            if sink(result).is_break() {
                break;
            }
        }
    });
}
