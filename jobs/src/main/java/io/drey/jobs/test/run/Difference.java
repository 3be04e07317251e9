// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test.run;

import io.drey.jobs.test.Expected;
import io.drey.jobs.yaml.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What did not come as expected.
 *
 * @param at the place of the expectation
 * @param place the output, or the step
 * @param summary what was expected and what came, in a few words
 * @param expected null if it is not about records
 * @param pairs what came beside what was expected, if that is a list of records
 * @param found how many records, or keys with state, there are
 */
public record Difference(
    Position at,
    String place,
    String summary,
    @Nullable Expected expected,
    List<RecordPair> pairs,
    long found) {}
