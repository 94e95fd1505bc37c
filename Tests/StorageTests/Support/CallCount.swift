import Synchronization

/// A number that closures on any thread may raise.
final class CallCount: Sendable {
  private let number = Mutex(0)

  var count: Int { number.withLock { $0 } }

  /// Raises the number and gives it.
  @discardableResult
  func add(_ amount: Int = 1) -> Int {
    number.withLock { number in
      number += amount
      return number
    }
  }
}
