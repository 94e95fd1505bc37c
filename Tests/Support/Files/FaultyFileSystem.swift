import Foundation
import Storage
import Synchronization

/// The machine's file system with a log of what it was asked, and with one fault on demand.
package final class FaultyFileSystem: Sendable {
  /// What the file system can be asked, without what cannot fail.
  package enum Call: String, Sendable, CaseIterable {
    case open, read, write, synchronize, truncate, size, openStatus, setAccess, status, rename, link
    case remove, makeFolder, removeFolder, list, tryLock
  }

  private struct State {
    var log: [String] = []
    var calls: [Call: Int] = [:]
    var openHandles = 0
    var failed: String?
    var words = 0
  }

  /// Which call fails: the one of this number, from 0, among those of a kind or, without a kind,
  /// among all.
  package struct Fault: Sendable {
    package var call: Call?
    package var number: Int
    package var reason: FileError.Reason
    /// Whether every later call fails too, as if the process had ended.
    package var forever: Bool

    package init(
      call: Call? = nil, number: Int, reason: FileError.Reason, forever: Bool = false
    ) {
      self.call = call
      self.number = number
      self.reason = reason
      self.forever = forever
    }
  }

  private let fault: Fault?
  /// The most bytes that one read or write takes.
  private let longest: Int
  private let longestWrite: Int
  private let state = Mutex(State())

  /// - Parameters:
  ///   - fault: which call fails; nil where none does.
  ///   - longest: the most bytes that one read or write takes.
  ///   - longestWrite: the same for writes alone; nil for as many.
  package init(_ fault: Fault? = nil, longest: Int = .max, longestWrite: Int? = nil) {
    self.fault = fault
    self.longest = longest
    self.longestWrite = longestWrite ?? longest
  }

  /// What was asked so far: call and file name.
  package var log: [String] { state.withLock { $0.log } }
  /// What was asked when the fault came: call and file name; nil until then.
  package var failed: String? { state.withLock { $0.failed } }
  /// Whether the call that failed, if any did, is one that writing a file can do without: the lock
  /// of the temporary file, looking for what killed processes left behind, a second name for the
  /// file where an empty one can hold its place, taking a temporary folder away that is empty now.
  package var canDoWithout: Bool {
    guard let failed else { return true }
    return ["list ", "tryLock ", "link ", "remove .outcomes-", "removeFolder .outcomes-"]
      .contains { failed.hasPrefix($0) }
  }
  /// Files and folders that were opened and not closed.
  package var openHandles: Int { state.withLock { $0.openHandles } }

  /// The file system to hand to what is tested.
  package var files: FileSystem {
    let real = FileSystem.posix
    var files = real
    files.open = { path, purpose throws(FileError) in
      try self.pass(.open, path)
      let handle = try real.open(path, purpose)
      self.state.withLock { $0.openHandles += 1 }
      return handle
    }
    files.close = { handle in
      self.state.withLock { $0.openHandles -= 1 }
      real.close(handle)
    }
    files.read = { handle, offset, count, buffer, position throws(FileError) in
      try self.pass(.read, handle.path)
      return try real.read(handle, offset, min(count, self.longest), &buffer, position)
    }
    files.write = { handle, bytes throws(FileError) in
      try self.pass(.write, handle.path)
      return try real.write(handle, bytes.prefix(self.longestWrite))
    }
    files.synchronize = { handle throws(FileError) in
      try self.pass(.synchronize, handle.path)
      try real.synchronize(handle)
    }
    files.truncate = { handle, size throws(FileError) in
      try self.pass(.truncate, handle.path)
      try real.truncate(handle, size)
    }
    files.size = { handle throws(FileError) in
      try self.pass(.size, handle.path)
      return try real.size(handle)
    }
    files.openStatus = { handle throws(FileError) in
      try self.pass(.openStatus, handle.path)
      return try real.openStatus(handle)
    }
    files.setAccess = { handle, access throws(FileError) in
      try self.pass(.setAccess, handle.path)
      try real.setAccess(handle, access)
    }
    // The same names in every run.
    files.randomWord = {
      let number = self.state.withLock { state in
        state.words += 1
        return state.words
      }
      return String(repeating: "0", count: 16 - "\(number)".count) + "\(number)"
    }
    failingPaths(&files, real)
    return files
  }

  private func failingPaths(_ files: inout FileSystem, _ real: FileSystem) {
    files.status = { path throws(FileError) in
      try self.pass(.status, path)
      return try real.status(path)
    }
    files.rename = { path, newPath throws(FileError) in
      try self.pass(.rename, newPath)
      try real.rename(path, newPath)
    }
    files.link = { path, newPath throws(FileError) in
      try self.pass(.link, newPath)
      try real.link(path, newPath)
    }
    files.remove = { path throws(FileError) in
      try self.pass(.remove, path)
      try real.remove(path)
    }
    files.removeFolder = { path throws(FileError) in
      try self.pass(.removeFolder, path)
      try real.removeFolder(path)
    }
    files.makeFolder = { path throws(FileError) in
      try self.pass(.makeFolder, path)
      try real.makeFolder(path)
    }
    files.list = { path throws(FileError) in
      try self.pass(.list, path)
      return try real.list(path)
    }
    files.tryLock = { handle throws(FileError) in
      try self.pass(.tryLock, handle.path)
      return try real.tryLock(handle)
    }
  }

  private func pass(_ call: Call, _ path: String) throws(FileError) {
    let fails = state.withLock { state in
      let number = fault?.call == nil ? state.log.count : state.calls[call, default: 0]
      state.log.append("\(call) \(URL(fileURLWithPath: path).lastPathComponent)")
      state.calls[call, default: 0] += 1
      guard let fault else { return false }
      if fault.forever, state.failed != nil { return true }
      guard fault.number == number, (fault.call ?? call) == call else { return false }
      state.failed = state.log.last
      return true
    }
    if fails, let fault {
      throw FileError(action: call.rawValue, path: path, reason: fault.reason)
    }
  }

  /// Every reason that a message knows words for.
  package static let reasons: [FileError.Reason] = [
    .missing, .exists, .notPermitted, .readOnly, .full, .isLink, .notAFolder,
    .notAFile, .ofProgram(instead: "a/c"), .hasOtherNames, .accessNotKept, .takenAway,
    .other("Input/output error"),
  ]
}
