//! What processes ask of each other, without any process.

use super::{Answer, Call, Effect, End, Kernel, Ready, Semaphore};

const FIRST: u32 = 1000;

/// Asks, and expects to be answered at once.
fn answer(kernel: &mut Kernel, pid: u32, call: Call) -> Answer {
    let mut effects = kernel.ask(pid, 0, call);
    let at = effects.iter().position(|effect| matches!(effect, Effect::Answer(..)));
    match at.map(|at| effects.swap_remove(at)) {
        Some(Effect::Answer(asker, 0, answer)) if asker == pid => answer,
        other => panic!("{other:?}"),
    }
}

fn number(kernel: &mut Kernel, pid: u32, call: Call) -> u32 {
    match answer(kernel, pid, call) {
        Answer::Number(number) => u32::try_from(number).expect("a handle"),
        other => panic!("{other:?}"),
    }
}

fn spawn(kernel: &mut Kernel, ends: &[End]) -> u32 {
    let (name, argument) = ("child".to_owned(), vec![1]);
    number(kernel, FIRST, Call::Spawn { name, argument, ends: ends.to_vec() })
}

fn send(channel: u32, message: &[u8]) -> Call {
    Call::Send { channel, message: message.to_vec(), anyway: false, now: false }
}

#[test]
fn who_waits_for_a_message_is_told_when_it_comes_the_first_one_first() {
    let mut kernel = Kernel::new(FIRST);
    let channel = number(&mut kernel, FIRST, Call::Channel { most: None });
    let receive = Call::Receive { channel, now: false };
    assert_eq!(kernel.ask(FIRST, 1, receive.clone()), []);
    assert_eq!(kernel.ask(FIRST, 2, receive.clone()), []);
    let effects = kernel.ask(FIRST, 3, send(channel, b"one"));
    let told = Effect::Answer(FIRST, 1, Answer::Bytes(b"one".to_vec()));
    assert_eq!(effects, [Effect::Answer(FIRST, 3, Answer::Done), told]);
    assert_eq!(kernel.cancel(FIRST, 2), [Effect::Answer(FIRST, 2, Answer::Nothing)]);
    assert_eq!(kernel.cancel(FIRST, 2), [], "it has been answered");
    let now = Call::Receive { channel, now: true };
    assert_eq!(answer(&mut kernel, FIRST, now), Answer::Nothing);
}

#[test]
fn a_channel_has_ended_when_its_last_writer_has() {
    let mut kernel = Kernel::new(FIRST);
    let channel = number(&mut kernel, FIRST, Call::Channel { most: None });
    let (reader, writer) = (End { channel, is_reader: true }, End { channel, is_reader: false });
    let child = spawn(&mut kernel, &[writer]);
    assert_eq!(answer(&mut kernel, FIRST, Call::Close(writer)), Answer::Done);
    assert_eq!(answer(&mut kernel, FIRST, Call::Close(writer)), Answer::Unknown);
    answer(&mut kernel, child, send(channel, b"last"));
    assert_eq!(kernel.ended(child, 0), []);
    let receive = Call::Receive { channel, now: false };
    assert_eq!(answer(&mut kernel, FIRST, receive.clone()), Answer::Bytes(b"last".to_vec()));
    assert_eq!(answer(&mut kernel, FIRST, receive), Answer::NoWriter);
    answer(&mut kernel, FIRST, Call::Close(reader));
    assert_eq!(answer(&mut kernel, FIRST, send(channel, b"more")), Answer::NoReader);
}

#[test]
fn who_sends_more_than_a_pipe_holds_waits_until_it_is_read() {
    let mut kernel = Kernel::new(FIRST);
    let channel = number(&mut kernel, FIRST, Call::Channel { most: None });
    let much = vec![0; 70_000];
    answer(&mut kernel, FIRST, send(channel, &much));
    assert_eq!(kernel.ask(FIRST, 1, send(channel, b"more")), []);
    assert_eq!(kernel.ask(FIRST, 2, Call::Drain(channel)), []);
    let message = b"anyway".to_vec();
    let anyway = Call::Send { channel, message, anyway: true, now: false };
    assert_eq!(answer(&mut kernel, FIRST, anyway), Answer::Done);
    let effects = kernel.ask(FIRST, 3, Call::Receive { channel, now: false });
    let done = |number| Effect::Answer(FIRST, number, Answer::Done);
    assert_eq!(effects, [Effect::Answer(FIRST, 3, Answer::Bytes(much)), done(1), done(2)]);
}

#[test]
fn a_queue_holds_so_many_messages() {
    let mut kernel = Kernel::new(FIRST);
    let channel = number(&mut kernel, FIRST, Call::Channel { most: Some(2) });
    let put = |now| Call::Send { channel, message: vec![1], anyway: true, now };
    for _ in 0..2 {
        assert_eq!(answer(&mut kernel, FIRST, put(true)), Answer::Done);
    }
    assert_eq!(answer(&mut kernel, FIRST, put(true)), Answer::Nothing);
    assert_eq!(answer(&mut kernel, FIRST, Call::Count(channel)), Answer::Number(2));
    assert_eq!(kernel.ask(FIRST, 1, put(false)), []);
    let effects = kernel.ask(FIRST, 2, Call::Receive { channel, now: false });
    assert_eq!(effects[1], Effect::Answer(FIRST, 1, Answer::Done));
}

#[test]
fn a_semaphore_goes_to_those_who_wait_in_their_order() {
    let mut kernel = Kernel::new(FIRST);
    let semaphore = number(&mut kernel, FIRST, Call::Semaphore { value: 1, most: 1 });
    let acquire = Call::Acquire { semaphore, now: false };
    assert_eq!(answer(&mut kernel, FIRST, acquire.clone()), Answer::Done);
    assert_eq!(kernel.ask(FIRST, 1, acquire.clone()), []);
    assert_eq!(kernel.ask(FIRST, 2, acquire), []);
    let effects = kernel.ask(FIRST, 3, Call::Release(semaphore));
    let done = |number| Effect::Answer(FIRST, number, Answer::Done);
    assert_eq!(effects, [done(3), done(1)]);
    assert_eq!(answer(&mut kernel, FIRST, Call::Value(semaphore)), Answer::Number(0));
    kernel.ask(FIRST, 4, Call::Release(semaphore));
    kernel.ask(FIRST, 5, Call::Release(semaphore));
    assert_eq!(answer(&mut kernel, FIRST, Call::Release(semaphore)), Answer::Full);
}

#[test]
fn who_waits_for_a_semaphore_hears_of_what_is_given_back_in_memory() {
    let mut kernel = Kernel::new(FIRST);
    let semaphore = number(&mut kernel, FIRST, Call::Semaphore { value: 0, most: 1 });
    let here = Semaphore::of(kernel.memory(semaphore).expect("it is there").clone());
    let acquire = Call::Acquire { semaphore, now: false };
    for number in 1..=3 {
        assert_eq!(kernel.ask(FIRST, number, acquire.clone()), []);
    }
    assert_eq!(here.release(), Some(3));
    assert_eq!(kernel.wake(), [Effect::Answer(FIRST, 1, Answer::Done)]);
    assert_eq!((here.value(), kernel.wake()), (0, vec![]));
    kernel.cancel(FIRST, 2);
    assert_eq!(here.release(), Some(1));
    kernel.wake();
    assert_eq!(here.release(), Some(0), "nobody waits any more");
    assert!(here.acquire());
    let now = Call::Acquire { semaphore, now: true };
    assert_eq!(answer(&mut kernel, FIRST, now), Answer::Nothing);
}

#[test]
fn the_end_of_a_process_is_told_to_who_waits_for_it() {
    let mut kernel = Kernel::new(FIRST);
    let child = spawn(&mut kernel, &[]);
    assert_eq!(kernel.children(), 1);
    let now = Call::Wait { pid: child, now: true };
    assert_eq!(answer(&mut kernel, FIRST, now), Answer::Nothing);
    let of = vec![Ready::Process(child)];
    assert_eq!(kernel.ask(FIRST, 1, Call::Ready { of, now: false }), []);
    assert_eq!(kernel.ask(FIRST, 2, Call::Wait { pid: child, now: false }), []);
    let told = [
        Effect::Answer(FIRST, 1, Answer::Numbers(vec![0])),
        Effect::Answer(FIRST, 2, Answer::Number(3)),
    ];
    assert_eq!(kernel.ended(child, 3), told);
    assert_eq!(kernel.children(), 0);
    let unknown = Call::Wait { pid: 1, now: false };
    assert_eq!(answer(&mut kernel, FIRST, unknown), Answer::Unknown);
}

#[test]
fn processes_are_deadlocked_when_all_wait_and_no_answer_is_on_its_way() {
    let mut kernel = Kernel::new(FIRST);
    let mut answers = 0;
    let mut ask = |kernel: &mut Kernel, pid, call| {
        let effects = kernel.ask(pid, 0, call);
        kernel.count_answers(&effects);
        answers += u64::from(pid == FIRST && !effects.is_empty());
        answers
    };
    ask(&mut kernel, FIRST, Call::Channel { most: None });
    let (name, argument) = ("child".to_owned(), vec![]);
    ask(&mut kernel, FIRST, Call::Spawn { name, argument, ends: vec![] });
    let receive = Call::Receive { channel: 1, now: false };
    let heard = ask(&mut kernel, FIRST, receive.clone());
    kernel.waits(FIRST, heard);
    assert!(!kernel.is_deadlocked(), "the child has not said that it waits");
    kernel.waits(FIRST + 1, 0);
    assert!(kernel.is_deadlocked());
    ask(&mut kernel, FIRST + 1, receive);
    assert!(!kernel.is_deadlocked(), "the child went on");
    kernel.waits(FIRST + 1, 0);
    assert!(kernel.is_deadlocked());
    ask(&mut kernel, FIRST + 1, send(1, b"x"));
    kernel.waits(FIRST + 1, 1);
    assert!(!kernel.is_deadlocked(), "the message is on its way");
}

#[test]
fn who_is_killed_has_ended_by_that() {
    let mut kernel = Kernel::new(FIRST);
    let child = spawn(&mut kernel, &[]);
    let effects = kernel.ask(FIRST, 1, Call::Kill { pid: child, signal: 15 });
    assert_eq!(effects, [Effect::End(child), Effect::Answer(FIRST, 1, Answer::Done)]);
    let channel = number(&mut kernel, FIRST, Call::Channel { most: None });
    assert_eq!(kernel.ask(child, 1, send(channel, b"late")), [], "nobody hears it");
    assert_eq!(answer(&mut kernel, FIRST, Call::Count(channel)), Answer::Number(0));
    kernel.ended(child, 0);
    assert_eq!(kernel.status(child), Some(-15));
    spawn(&mut kernel, &[]);
    assert_eq!(kernel.end_all(), [Effect::End(child + 1)]);
}

#[test]
fn memory_is_read_and_written_within_its_bounds() {
    let mut kernel = Kernel::new(FIRST);
    let block = number(&mut kernel, FIRST, Call::Block(4));
    let write = |at| Call::Write { block, at, bytes: vec![7, 8] };
    assert_eq!(answer(&mut kernel, FIRST, write(2)), Answer::Done);
    assert_eq!(answer(&mut kernel, FIRST, write(3)), Answer::Unknown);
    let read = Call::Read { block, at: 0, count: 4 };
    assert_eq!(answer(&mut kernel, FIRST, read), Answer::Bytes(vec![0, 0, 7, 8]));
    let huge = Call::Block(u32::MAX);
    assert!(matches!(answer(&mut kernel, FIRST, huge), Answer::Refused(_)));
}
