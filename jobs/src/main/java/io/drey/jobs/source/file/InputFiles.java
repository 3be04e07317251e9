// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import io.drey.jobs.path.DirectoryEntry;
import io.drey.jobs.path.FilePath;
import io.drey.jobs.source.single.UnreadableInputException;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that paths stand for, those of one path after those of another: one file; the regular,
 * visible files directly in a directory; or what a glob matches ({@code *}, {@code ?}, {@code
 * [a-z]}, {@code {a,b}}, and {@code **} for any number of directories).
 *
 * @param paths as they were written. They identify the files in state: a relative path stays
 *     relative, so a directory that is moved together with the working directory holds the same
 *     files
 * @param order in which those of a path are listed
 */
record InputFiles(FilePaths paths, FileOrder order) implements Serializable {
  /**
   * Lists the files, at least one of each path.
   *
   * @throws UnreadableInputException if a path has no file
   */
  List<InputFile> list(RotationBases bases) throws IOException {
    return list(bases, true);
  }

  /** Lists the files, if there are any. */
  List<InputFile> listAny(RotationBases bases) throws IOException {
    return list(bases, false);
  }

  private List<InputFile> list(RotationBases bases, boolean areRequired) throws IOException {
    bases.beginListing();
    Map<String, InputFile> files = new LinkedHashMap<>();
    for (String path : paths.paths()) {
      List<InputFile> ofPath = filesOf(path);
      if (areRequired && ofPath.isEmpty() && !FilePath.exists(path)) {
        String reason = Glob.isGlob(path) ? "no file matches" : "no such file";
        throw new UnreadableInputException("Cannot read '" + path + "': " + reason);
      }
      order.sort(ofPath, bases).forEach(file -> files.putIfAbsent(file.path(), file));
    }
    return new ArrayList<>(files.values());
  }

  private static List<InputFile> filesOf(String path) throws IOException {
    List<InputFile> files = new ArrayList<>();
    if (FilePath.exists(path)) {
      listExisting(path, files);
    } else if (Glob.isGlob(path)) {
      Glob.of(path).expand(files);
    }
    return files;
  }

  private static void listExisting(String path, List<InputFile> files) throws IOException {
    DirectoryEntry entry = DirectoryEntry.of(FilePath.of(path));
    switch (entry.type()) {
      case FILE -> files.add(file(path, entry));
      case SPECIAL ->
          throw new UnreadableInputException(
              "Cannot read '"
                  + path
                  + "': it is not a regular file. A pipe is read by a source of type stdin, or with"
                  + " --input -");
      case DIRECTORY -> listDirectory(path, files);
    }
  }

  private static void listDirectory(String path, List<InputFile> files) throws IOException {
    for (DirectoryEntry child : DirectoryEntry.list(FilePath.of(path))) {
      if (child.type() == DirectoryEntry.Type.FILE && !child.name().startsWith(".")) {
        files.add(file(join(path, child.name()), child));
      }
    }
  }

  static InputFile file(String path, DirectoryEntry entry) {
    return new InputFile(path, entry.length(), entry.modified(), entry.inode());
  }

  static String join(String directory, String name) {
    return directory.isEmpty() || directory.endsWith("/")
        ? directory + name
        : directory + "/" + name;
  }
}
