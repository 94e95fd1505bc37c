import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Terminal {
  /// The terminal of the process; nil unless both standard input and standard error are one.
  package static var standard: Terminal? {
    guard isatty(STDIN_FILENO) != 0, isatty(STDERR_FILENO) != 0, let process = TerminalOfProcess()
    else { return nil }
    return Terminal(
      setMode: process.setMode, read: process.read, write: TerminalOfProcess.write,
      size: { TerminalOfProcess.size }, suspend: process.suspend,
      interrupt: TerminalOfProcess.interrupt)
  }
}

/// The terminal of the process.
///
/// A signal that ends or stops the process must first put the terminal back. What the handlers need
/// is therefore constant from the first use on: the attributes that the terminal was found with,
/// and a pipe through which they wake up the thread that waits for keys. That thread may be about
/// to change the attributes: two flags keep it from doing so after a handler put them back.
private struct TerminalOfProcess {
  private static let found: termios? = {
    var attributes = termios()
    return tcgetattr(STDIN_FILENO, &attributes) == 0 ? attributes : nil
  }()

  private static let wakeUp: (reading: Int32, writing: Int32) = {
    var ends: (Int32, Int32) = (-1, -1)
    let isOpen = withUnsafeMutableBytes(of: &ends) { ends in
      ends.baseAddress.map { pipe($0.assumingMemoryBound(to: Int32.self)) } == 0
    }
    guard isOpen else { return (-1, -1) }
    for end in [ends.0, ends.1] {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    return (ends.0, ends.1)
  }()

  /// True while the thread that waits for keys changes the attributes.
  private static let isChanging = Atomic(false)

  /// True from a signal that ends or stops the process until the process is continued.
  private static let isLeaving = Atomic(false)

  /// True once the signals have handlers.
  private static let handlesSignals: Bool = {
    // Both must exist before a handler uses them.
    isChanging.store(false, ordering: .relaxed)
    isLeaving.store(false, ordering: .relaxed)
    // A signal that the parent process set to be ignored stays ignored.
    for end in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] where !Console.isIgnored(end) {
      signal(end, endOrStop)
    }
    for change in [SIGCONT, SIGWINCH] { signal(change, wakeUpReader) }
    signal(SIGTSTP, endOrStop)
    return true
  }()

  private static let endOrStop: @convention(c) (Int32) -> Void = { number in
    guard var found = TerminalOfProcess.found else { return }
    isLeaving.store(true, ordering: .sequentiallyConsistent)
    while isChanging.load(ordering: .sequentiallyConsistent) {}
    tcsetattr(STDIN_FILENO, TCSANOW, &found)
    TerminalOfProcess.write([0x0A])
    signal(number, SIG_DFL)
    kill(getpid(), number)
  }

  private static let wakeUpReader: @convention(c) (Int32) -> Void = { number in
    if number == SIGCONT {
      signal(SIGTSTP, endOrStop)
      isLeaving.store(false, ordering: .sequentiallyConsistent)
    }
    TerminalOfProcess.write([UInt8(truncatingIfNeeded: number)], to: wakeUp.writing)
  }

  /// Nil if the terminal cannot be put back later.
  init?() {
    guard Self.found != nil else { return nil }
  }

  func setMode(_ mode: Mode) {
    guard var attributes = Self.found, Self.handlesSignals else { return }
    if mode != .asFound {
      let flags = mode == .busy ? ICANON | ECHO | IEXTEN : ICANON | ECHO | IEXTEN | ISIG
      attributes.c_lflag &= ~tcflag_t(flags)
    }
    Self.withoutSignals {
      Self.isChanging.store(true, ordering: .sequentiallyConsistent)
      if !Self.isLeaving.load(ordering: .sequentiallyConsistent) {
        // Not once the output is sent: a person who stopped it could not end the program then.
        tcsetattr(STDIN_FILENO, TCSANOW, &attributes)
      }
      Self.isChanging.store(false, ordering: .sequentiallyConsistent)
    }
  }

  /// Runs no handler on this thread meanwhile, which would wait for the thread itself.
  private static func withoutSignals(_ body: () -> Void) {
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, &before)
    body()
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  typealias Mode = Terminal.Mode

  func read(_ milliseconds: Int32?) -> Terminal.Input {
    while true {
      var sources = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: Self.wakeUp.reading, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&sources, 2, milliseconds ?? -1)
      if ready == 0 { return .nothing }
      if ready < 0 {
        if errno == EINTR { continue }
        return .ended
      }
      if sources[1].revents != 0 {
        let signals = Self.bytes(from: Self.wakeUp.reading) ?? []
        return signals.contains(UInt8(truncatingIfNeeded: SIGCONT)) ? .continued : .resized
      }
      if let bytes = Self.bytes(from: STDIN_FILENO) {
        return bytes.isEmpty ? .ended : .bytes(bytes)
      }
      guard errno == EINTR || errno == EAGAIN else { return .ended }
    }
  }

  /// Stops every process of the job, as the terminal would for Ctrl-Z. The signal may be taken by
  /// another thread: this one waits for the signal to continue. Where nobody could continue the
  /// job, the system does not stop it.
  func suspend() {
    _ = Self.bytes(from: Self.wakeUp.reading)
    signal(SIGTSTP, SIG_DFL)
    kill(0, SIGTSTP)
    var source = pollfd(fd: Self.wakeUp.reading, events: Int16(POLLIN), revents: 0)
    _ = poll(&source, 1, 200)
    signal(SIGTSTP, Self.endOrStop)
  }

  /// Ends the process by the signal that Ctrl-C sends, unless it is ignored. The threads that tasks
  /// run on block all signals.
  static func interrupt() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    guard !Console.isIgnored(SIGINT) else { return }
    signal(SIGINT, SIG_DFL)
    raise(SIGINT)
  }

  static var size: Terminal.Size? {
    var window = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0,
      window.ws_row > 0
    else { return nil }
    return Terminal.Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }

  static func write(_ bytes: [UInt8]) { write(bytes, to: STDERR_FILENO) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { bytes in
        Console.write(descriptor, bytes.baseAddress, bytes.count)
      }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        // A terminal that cannot be written to has been closed: reading from it ends too.
        return
      }
    }
  }

  /// The bytes that can be read now; nil if there are none.
  private static func bytes(from descriptor: Int32) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = buffer.withUnsafeMutableBytes { bytes in
      #if canImport(Darwin)
        Darwin.read(descriptor, bytes.baseAddress, bytes.count)
      #elseif canImport(Musl)
        Musl.read(descriptor, bytes.baseAddress, bytes.count)
      #else
        Glibc.read(descriptor, bytes.baseAddress, bytes.count)
      #endif
    }
    return count < 0 ? nil : Array(buffer.prefix(count))
  }
}
