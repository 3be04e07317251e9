// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test;

import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.yaml.YamlList;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads at which parallelism a test runs: a number or a list of numbers; 1 if left out. */
final class ParallelismReader {
  private static final String NAME = "parallelism";

  private final Pipeline pipeline;
  private final TestPlace place;

  ParallelismReader(Pipeline pipeline, TestPlace place) {
    this.pipeline = pipeline;
    this.place = place;
  }

  List<Integer> read(YamlMapping.@Nullable Entry entry) {
    if (entry == null) {
      return List.of(1);
    }
    List<YamlValue> written =
        entry.value() instanceof YamlList list ? list.items() : List.of(entry.value());
    List<Integer> numbers = new ArrayList<>();
    for (YamlValue value : written) {
      if (value instanceof YamlScalar scalar && scalar.text().matches("[1-9]\\d{0,4}")) {
        check(Integer.parseInt(scalar.text()), scalar, numbers);
      } else {
        place.reject(NAME, "a number from 1 on, or a list of such numbers,", value);
      }
    }
    if (written.isEmpty()) {
      place.reject(NAME, "a number from 1 on, or a list of such numbers,", entry.value());
    }
    return numbers;
  }

  private void check(int number, YamlScalar scalar, List<Integer> numbers) {
    try {
      Pipeline unused = pipeline.withParallelism(number);
      numbers.add(number);
    } catch (IllegalArgumentException e) {
      place.error(scalar.at(), String.valueOf(e.getMessage()));
    }
  }
}
