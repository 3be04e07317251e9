// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import io.drey.jobs.path.DirectoryEntry;
import io.drey.jobs.path.FilePath;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A path with wildcards, matched name by name. Hidden names match only a pattern with a dot. */
final class Glob {
  private static final String ANY_DEPTH = "**";

  private final String root;
  private final List<String> names;

  private Glob(String root, List<String> names) {
    this.root = root;
    this.names = names;
  }

  static boolean isGlob(String path) {
    return path.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }

  static Glob of(String path) {
    List<String> names = List.of(path.split("/", -1));
    int plain = 0;
    while (!isGlob(names.get(plain))) {
      plain++;
    }
    String root = String.join("/", names.subList(0, plain));
    return new Glob(
        plain > 0 && root.isEmpty() ? "/" : root, List.copyOf(names.subList(plain, names.size())));
  }

  /** Adds every regular file that matches, each once, in no particular order. */
  void expand(List<InputFile> files) throws IOException {
    Map<String, InputFile> found = new TreeMap<>();
    expand(root, 0, found);
    files.addAll(found.values());
  }

  private void expand(String directory, int at, Map<String, InputFile> found) throws IOException {
    String pattern = names.get(at);
    boolean last = at == names.size() - 1;
    if (pattern.equals(ANY_DEPTH) && !last) {
      expand(directory, at + 1, found);
    }
    String here = directory.isEmpty() ? "." : directory;
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    for (DirectoryEntry child : DirectoryEntry.list(FilePath.of(here))) {
      String name = child.name();
      if (name.startsWith(".") != pattern.startsWith(".") || !matcher.matches(Path.of(name))) {
        continue;
      }
      String path = InputFiles.join(directory, name);
      if (child.type() == DirectoryEntry.Type.DIRECTORY) {
        descend(path, at, found);
      } else if (last && child.type() == DirectoryEntry.Type.FILE) {
        found.put(path, InputFiles.file(path, child));
      }
    }
  }

  private void descend(String path, int at, Map<String, InputFile> found) throws IOException {
    if (names.get(at).equals(ANY_DEPTH)) {
      expand(path, at, found);
    } else if (at < names.size() - 1) {
      expand(path, at + 1, found);
    }
  }
}
