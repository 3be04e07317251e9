// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test;

import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.yaml.ExternalValues;
import io.drey.jobs.yaml.Position;
import io.drey.jobs.yaml.Problem;
import io.drey.jobs.yaml.Problems;
import io.drey.jobs.yaml.Secrets;
import io.drey.jobs.yaml.YamlList;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlReader;
import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and checks a file with tests. The content of a file never makes it throw. */
public final class TestFileReader {
  private static final List<String> KEYS = List.of("pipeline", "tests");
  private static final List<String> TEST_KEYS = List.of("name", "given", "expect", "parallelism");

  private final Path path;
  private final Map<String, String> variables;
  private final Problems problems;
  private final Secrets secrets = new Secrets();
  private final Set<Path> read = new LinkedHashSet<>();
  private final Map<String, Position> names = new HashMap<>();

  private TestFileReader(Path path, Map<String, String> variables) {
    this.path = path;
    this.variables = variables;
    this.problems = new Problems(path.toString(), secrets);
    read.add(path);
  }

  /**
   * Reads a file and its pipeline.
   *
   * @param variables those set on the command line
   */
  public static TestFile read(Path path, Map<String, String> variables) {
    return new TestFileReader(path, variables).read();
  }

  private TestFile read() {
    YamlValue root =
        new YamlReader(ExternalValues.process(variables), secrets, problems).read(path);
    Path file = root instanceof YamlMapping mapping ? pipelineFile(mapping) : null;
    Loaded loaded = file == null ? null : PipelineFile.load(file, variables);
    List<PipelineTest> tests = new ArrayList<>();
    if (root instanceof YamlMapping mapping) {
      new TestPlace(problems, "").checkKeys(mapping, KEYS);
      tests.addAll(tests(mapping, loaded));
    } else if (root != null) {
      new TestPlace(problems, "").reject("test file", "a mapping", root);
    }
    List<Problem> all = new ArrayList<>();
    if (loaded != null) {
      loaded.problems().stream().filter(Problem::isError).forEach(all::add);
    }
    all.addAll(problems.sorted());
    boolean hasErrors = all.stream().anyMatch(Problem::isError);
    return new TestFile(path, loaded, hasErrors ? List.of() : tests, all, read);
  }

  /** The file named in it, or else the one beside it; null if there is none. */
  private @Nullable Path pipelineFile(YamlMapping root) {
    YamlMapping.Entry named = root.find("pipeline");
    if (named == null) {
      Path beside = TestFiles.pipelineOf(path);
      if (!Files.exists(beside)) {
        problems.error(
            Position.START,
            "",
            "Cannot find the pipeline: no file '" + beside + "' (or name it: pipeline: FILE)");
        return null;
      }
      read.add(beside);
      return beside;
    }
    if (!(named.value() instanceof YamlScalar scalar) || scalar.isNull()) {
      new TestPlace(problems, "").reject("pipeline", "a path", named.value());
      return null;
    }
    Path file = path.resolveSibling(scalar.text());
    if (!Files.isRegularFile(file)) {
      problems.error(scalar.at(), "", "Cannot read file '" + file + "': no such file");
      return null;
    }
    read.add(file);
    return file;
  }

  private List<PipelineTest> tests(YamlMapping root, @Nullable Loaded loaded) {
    YamlMapping.Entry entry = root.find("tests");
    List<PipelineTest> tests = new ArrayList<>();
    if (entry == null) {
      problems.error(root.at(), "", "Missing key 'tests'");
    } else if (!(entry.value() instanceof YamlList list) || list.items().isEmpty()) {
      new TestPlace(problems, "").reject("tests", "a list of one or more tests", entry.value());
    } else if (loaded != null && loaded.pipeline() != null) {
      for (YamlValue item : list.items()) {
        PipelineTest test = test(tests.size(), item, loaded.pipeline(), wiring(loaded));
        tests.add(test);
      }
    }
    return tests;
  }

  private static Wiring wiring(Loaded loaded) {
    return Objects.requireNonNull(loaded.wiring());
  }

  private PipelineTest test(int index, YamlValue item, Pipeline pipeline, Wiring wiring) {
    if (!(item instanceof YamlMapping mapping)) {
      new TestPlace(problems, "tests[" + index + "]").reject("test", "a mapping", item);
      return new PipelineTest("", item.at(), List.of(), List.of(), List.of(), List.of(1));
    }
    String name = name(mapping);
    TestPlace place =
        new TestPlace(problems, "tests[" + index + "]" + (name.isEmpty() ? "" : " (" + name + ")"));
    place.checkKeys(mapping, TEST_KEYS);
    checkName(name, mapping, place);
    YamlValue given = required("given", mapping, place);
    YamlValue expect = required("expect", mapping, place);
    InputReader inputs = new InputReader(pipeline, place, path.resolveSibling(""), read);
    ExpectReader expected = new ExpectReader(pipeline, wiring, place);
    if (expect != null) {
      expected.read(expect);
    }
    return new PipelineTest(
        name,
        mapping.at(),
        given == null ? List.of() : new GivenReader(pipeline, place, inputs).read(given),
        expected.expected(),
        expected.keys(),
        new ParallelismReader(pipeline, place).read(mapping.find("parallelism")));
  }

  private static String name(YamlMapping mapping) {
    YamlMapping.Entry entry = mapping.find("name");
    return entry != null && entry.value() instanceof YamlScalar scalar && !scalar.isNull()
        ? scalar.text()
        : "";
  }

  private void checkName(String name, YamlMapping mapping, TestPlace place) {
    YamlMapping.Entry entry = mapping.find("name");
    if (entry == null) {
      place.error(mapping.at(), "Missing key 'name'");
      return;
    }
    if (name.isBlank()) {
      place.reject("name", "text", entry.value());
      return;
    }
    Position first = names.putIfAbsent(name, entry.value().at());
    if (first != null) {
      place.reject("name", "unique (first in line " + first.line() + ")", entry.value());
    }
  }

  private static @Nullable YamlValue required(String key, YamlMapping mapping, TestPlace place) {
    YamlMapping.Entry entry = mapping.find(key);
    if (entry == null) {
      place.error(mapping.at(), "Missing key '" + key + "'");
      return null;
    }
    return entry.value();
  }
}
