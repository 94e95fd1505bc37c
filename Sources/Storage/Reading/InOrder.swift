import Synchronization

/// Does pieces of work with several tasks at once, and passes their results on in the order of the
/// pieces.
///
/// There are as many scratch values as tasks; each is reused for the next piece, so that there are
/// only as many buffers as tasks. Results that arrive early wait for their turn.
/// - Parameters:
///   - pieces: the number of pieces.
///   - threads: the number of pieces processed at the same time.
///   - scratch: the initial scratch value of a task.
///   - work: processes the piece with this number; runs on any task.
///   - add: takes the results in order. If it throws, the work ends.
package func inOrder<Scratch: Sendable, Result: Sendable, Failure: Error>(
  pieces: Int, threads: Int, scratch: Scratch,
  work: @escaping @Sendable (Int, inout Scratch) -> Result,
  add: (Result) throws(Failure) -> Void
) async throws(Failure) {
  let failure: Failure? = await withTaskGroup(of: (Int, Result, ScratchBox<Scratch>).self) {
    group in
    func start(_ piece: Int, _ box: ScratchBox<Scratch>) {
      guard piece < pieces else { return }
      group.addTask {
        (piece, box.scratch.withLock { work(piece, &$0) }, box)
      }
    }
    for piece in 0..<threads { start(piece, ScratchBox(scratch)) }
    var waiting: [Int: Result] = [:]
    var started = threads
    var added = 0
    for await (piece, result, box) in group {
      start(started, box)
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

/// The scratch value of one task. A value captured by a task's closure would be copied by its first
/// change; this class keeps it in one place for all pieces. The lock is never contended.
private final class ScratchBox<Scratch: Sendable>: Sendable {
  let scratch: Mutex<Scratch>

  init(_ scratch: Scratch) {
    self.scratch = Mutex(scratch)
  }
}
