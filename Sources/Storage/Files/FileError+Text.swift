import Text

extension FileError {
  /// The error in words: what could not be done, why, and what to do about it.
  package var diagnostic: Diagnostic {
    Diagnostic(message, remedy: remedy)
  }

  /// What could not be done, and why.
  package var message: String { "could not \(action) \(path): \(why)" }

  /// The reason in words.
  var why: String {
    switch reason {
    case .missing: "there is no such file or folder"
    case .exists: "it already exists"
    case .notPermitted: "you do not have permission"
    case .readOnly: "the disk is read-only"
    case .full: "the disk is full"
    case .isLink: "it is a symbolic link"
    case .notAFolder: "part of the path is not a folder"
    case .notAFile: "it is not a regular file"
    case .ofProgram: "that path is reserved for a program's own files"
    case .hasOtherNames: "the file also has other names (hard links), and may belong to a program"
    case .accessNotKept: "its owner, group or permissions could not be kept"
    case .takenAway: "another process moved or replaced it in the meantime"
    case .notTakenBack(let words): "\(words), and what had been written could not be undone"
    case .mayBeUndone(let words): "\(words), after all of it had been written"
    case .other(let words): words
    }
  }

  private var remedy: String {
    switch reason {
    case .missing, .notAFolder:
      "check the path; if a program file is missing, restore it from a backup"
    case .notPermitted: "ask the owner of the folder for permission"
    case .readOnly: "use a folder on another disk, or ask the owner of this one to make it writable"
    case .full: "free some space on the disk and try again; nothing was changed"
    case .isLink: "put a real file or folder there: links are not followed, for safety"
    case .exists: "choose another name: nothing was overwritten"
    case .notAFile: "put a regular file there: nothing else is opened, for safety"
    case .ofProgram(let instead): "choose another name, such as \(instead); nothing was changed"
    case .hasOtherNames: "choose another name, or remove this one first; nothing was changed"
    case .accessNotKept:
      "ask the file's owner to do this, or choose another name; nothing was changed"
    case .takenAway: "nothing was changed; try again"
    case .notTakenBack: "the last line does not count as entered; run `outcomes check`"
    case .mayBeUndone:
      "the new file is there, but a power failure may bring the old one back: run this again"
    case .other: "nothing was changed; try again, or ask the administrator of this machine"
    }
  }
}

/// Runs `body`, which may fail on the disk, and puts a failure into words.
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
  /// Returns all bytes of a file that a person named.
  package func contents(of path: String) throws(Problems) -> [UInt8] {
    try explained { () throws(FileError) in try readAll(path) }
  }

  /// True if anything exists at a path.
  package func exists(_ path: String) throws(Problems) -> Bool {
    try explained { () throws(FileError) in try status(path) != nil }
  }
}
