/// Does pieces of work with several tasks at once, and hands their results on in the order of the
/// pieces.
///
/// As many scratch values exist as tasks, each handed on to the next piece, so that memory stays the
/// same however many pieces there are.
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
  let failure: Failure? = await withTaskGroup(of: (Int, Result, Scratch).self) { group in
    func start(_ piece: Int, _ scratch: Scratch) {
      guard piece < pieces else { return }
      group.addTask {
        var scratch = scratch
        let result = work(piece, &scratch)
        return (piece, result, scratch)
      }
    }
    for piece in 0..<threads { start(piece, scratch) }
    var waiting: [Int: Result] = [:]
    var started = threads
    var added = 0
    for await (piece, result, scratch) in group {
      start(started, scratch)
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
