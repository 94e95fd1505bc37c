import Text

extension FileError {
  /// The error in words: what could not be done, why, and what to do.
  package var diagnostic: Diagnostic {
    Diagnostic("could not \(action) \(path): \(why)", remedy: remedy)
  }

  /// The reason in words.
  var why: String {
    switch reason {
    case .missing: "there is no such file or folder"
    case .exists: "it exists already"
    case .notPermitted: "you have no permission"
    case .readOnly: "the disk is read-only"
    case .full: "the disk is full"
    case .isLink: "it is a symbolic link"
    case .notAFolder: "a part of the path is no folder"
    case .notAFile: "it is no regular file"
    case .notTakenBack(let words): "\(words), and what had been written could not be taken back"
    case .other(let words): words
    }
  }

  private var remedy: String {
    switch reason {
    case .missing, .notAFolder: "check the path; a file of a program comes back from a backup"
    case .notPermitted: "ask whoever owns the folder for permission"
    case .readOnly: "ask whoever owns the folder for permission to write there"
    case .full: "make room on the disk and try again; nothing was changed"
    case .isLink: "put a real file or folder there: links are not followed, for safety"
    case .exists: "choose another name: nothing was written over"
    case .notAFile: "put a regular file there: nothing else is opened, for safety"
    case .notTakenBack: "the last line does not count as entered; see what `outcomes check` says"
    case .other: "nothing was changed; try again, or ask whoever looks after this machine"
    }
  }
}

/// Does what may fail on the disk, and says a failure in words.
func explained<Result>(
  _ body: () throws(FileError) -> Result
) throws(Problems) -> Result {
  do throws(FileError) {
    return try body()
  } catch {
    throw Problems(error.diagnostic)
  }
}

extension FileSystem {
  /// All bytes of a file that a person named.
  package func contents(of path: String) throws(Problems) -> [UInt8] {
    try explained { () throws(FileError) in try readAll(path) }
  }

  /// Whether anything stands at a path.
  package func exists(_ path: String) throws(Problems) -> Bool {
    try explained { () throws(FileError) in try status(path) != nil }
  }
}
