import Synchronization

/// Does pieces of work with several tasks at once, and hands their results on in the order of the
/// pieces.
///
/// As many scratch values exist as tasks, each handed on to the next piece, so that memory stays
/// the same however many pieces there are.
/// - Parameters:
///   - pieces: how many pieces there are.
///   - threads: how many are worked on at the same time.
///   - scratch: what a task starts with.
///   - work: does the piece of a number; runs on any task.
///   - add: takes the results one after the other. What it throws ends the work.
package func inOrder<Scratch: Sendable, Result: Sendable, Failure: Error>(
  pieces: Int, threads: Int, scratch: Scratch,
  work: @escaping @Sendable (Int, inout Scratch) -> Result,
  add: (Result) throws(Failure) -> Void
) async throws(Failure) {
  let failure: Failure? = await withTaskGroup(of: (Int, Result, Bench<Scratch>).self) { group in
    func start(_ piece: Int, _ bench: Bench<Scratch>) {
      guard piece < pieces else { return }
      group.addTask {
        (piece, bench.scratch.withLock { work(piece, &$0) }, bench)
      }
    }
    for piece in 0..<threads { start(piece, Bench(scratch)) }
    var waiting: [Int: Result] = [:]
    var started = threads
    var added = 0
    for await (piece, result, bench) in group {
      start(started, bench)
      started += 1
      waiting[piece] = result
      while let next = waiting.removeValue(forKey: added) {
        do throws(Failure) {
          try add(next)
        } catch {
          group.cancelAll()
          return error
        }
        added += 1
      }
    }
    return nil
  }
  if let failure { throw failure }
}

/// Where one task works. A scratch value that a task's closure held would be copied by its first
/// change; here it has one place for all pieces, and the lock is never waited for.
private final class Bench<Scratch: Sendable>: Sendable {
  let scratch: Mutex<Scratch>

  init(_ scratch: Scratch) {
    self.scratch = Mutex(scratch)
  }
}
