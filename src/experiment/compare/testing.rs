//! Runs that tests make up.

use crate::experiment::report::{Execution, ExecutionLane, OutputPiece, OutputStream, RuntimeName};
use crate::trace::{Awaited, Record, Standing, State, Trace};

/// One that ended well, and was not recorded.
pub(super) fn ran(runtime: RuntimeName, total_ms: f64, output: &str) -> Execution {
    let piece =
        OutputPiece { stream: OutputStream::Stdout, text: output.to_owned(), lane: 1, ms: 0.0 };
    Execution {
        runtime,
        virtual_threads: false,
        cores: 2,
        output: vec![piece],
        gap: None,
        status: 0,
        traceback: None,
        ended: None,
        places: Vec::new(),
        total_ms,
        processes: Vec::new(),
        lanes: Vec::new(),
        hand_offs: None,
        heap_bytes: 0.0,
        trace: None,
    }
}

/// One whose threads did these things.
pub(super) fn traced(runtime: RuntimeName, records: Vec<Record>, total_ms: f64) -> Execution {
    let lane = |id: u32| ExecutionLane {
        id,
        process: 1000,
        name: format!("Thread-{id}"),
        parent: None,
        daemon: false,
        library: false,
        task: false,
        start_ms: 0.0,
        end_ms: total_ms,
    };
    let lanes = (1..).zip(&records).map(|(id, _)| lane(id)).collect();
    let trace = Some(Trace::of(records, total_ms, 0));
    Execution { lanes, trace, ..ran(runtime, total_ms, "") }
}

/// A thread that does these things until these times, and sleeps at a line for the sake of that.
pub(super) fn awaited(pieces: &[(State, f64)], awaited: Awaited, line: u32) -> Record {
    let mut record = Record::new(1);
    let mut start = 0.0;
    for (state, end) in pieces {
        let awaited = (*state == State::Sleeping).then_some(awaited);
        record.stand(Standing { function: "work", line, awaited, holder: None });
        record.enter(*state, start);
        start = *end;
    }
    record.enter(State::Joining, start);
    record
}
