import Foundation

/// Ends the process where a property does not hold.
func expect(_ holds: Bool, _ finding: @autoclosure () -> String) {
  if !holds { refute(finding()) }
}

/// Ends the process, saying what was found: in an optimized build a trap alone has no words.
func refute(_ finding: String) -> Never {
  FileHandle.standardError.write(Data("FINDING: \(finding)\n".utf8))
  abort()
}
