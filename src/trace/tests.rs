use super::{Record, SEGMENTS_OF_A_RUN, State, Trace};

/// A worker that runs for 2 ms and waits for 1 ms, again and again.
fn alternating(turns: u32, workers: usize) -> Record {
    let mut record = Record::new(workers);
    for turn in 0..turns {
        let start_ms = f64::from(turn) * 3.0;
        record.enter(State::Running, start_ms);
        record.enter(State::Waiting, start_ms + 2.0);
    }
    record
}

#[test]
fn a_lane_has_no_gaps_and_its_parts_add_up_to_the_run() {
    let mut record = Record::new(1);
    record.enter(State::Running, 1.0);
    record.enter(State::Running, 1.5);
    record.enter(State::Sleeping, 4.0);
    record.enter(State::Running, 9.0);
    record.enter(State::Joining, 10.0);
    let trace = Trace::of(vec![record], 12.0, 0);
    let lane = &trace.lanes[0];
    let states = [State::Starting, State::Running, State::Sleeping, State::Running, State::Joining];
    assert_eq!(lane.states, states);
    assert_eq!(lane.ends_ms, [1.0, 4.0, 9.0, 10.0, 12.0]);
    let used = trace.time_use;
    assert_eq!((used.starting_ms, used.running_ms, used.blocked_ms), (1.0, 4.0, 5.0));
    assert!((used.joining_ms - 2.0).abs() < 1e-9);
}

#[test]
fn a_full_buffer_merges_neighbours_and_loses_no_time() {
    let turns = 400_000;
    let trace = Trace::of(vec![alternating(turns, 2), alternating(10, 2)], 1_200_000.0, 0);
    let [long, short] = &trace.lanes[..] else { panic!("two workers have two lanes") };
    assert!(long.states.len() <= SEGMENTS_OF_A_RUN / 2 + 1, "{}", long.states.len());
    assert!(long.states.len() > SEGMENTS_OF_A_RUN / 8, "{}", long.states.len());
    assert!((long.time_use.running_ms - 800_000.0).abs() < 1e-3);
    assert!((long.time_use.waiting_ms - 400_000.0).abs() < 1e-3);
    let stands_for: u32 = long.merged.iter().map(|merged| merged.count).sum();
    let alone = long.states.len() - long.merged.len();
    assert_eq!(stands_for + u32::try_from(alone).unwrap(), 2 * turns);
    assert!(long.merged.iter().all(|m| m.running_ms + m.waiting_ms > 0.0));
    assert!(short.merged.is_empty(), "a lane with room enough keeps every segment");
}

#[test]
fn what_a_process_wrote_continues_the_record_of_its_worker() {
    let mut inside = Record::new(1);
    inside.enter(State::Running, 0.0);
    inside.enter(State::Sleeping, 2.0);
    inside.enter(State::Running, 3.0);
    inside.enter(State::CopyingOut, 5.0);
    let mut record = Record::new(1);
    record.enter(State::CopyingIn, 10.0);
    record.append(&inside, 12.0);
    record.enter(State::Joining, 18.0);
    let lane = Trace::of(vec![record], 20.0, 0).lanes.remove(0);
    let states = [
        State::Starting,
        State::CopyingIn,
        State::Running,
        State::Sleeping,
        State::Running,
        State::CopyingOut,
        State::Joining,
    ];
    assert_eq!(lane.states, states);
    assert_eq!(lane.ends_ms, [10.0, 12.0, 14.0, 15.0, 17.0, 18.0, 20.0]);
}
