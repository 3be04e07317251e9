// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import io.drey.jobs.option.Option;
import io.drey.operators.event.FieldPath;

/** A field, and the number by which one of its values is chosen. */
public record ItemOption(
    @Option("the field") FieldPath of,
    @Option("the field with the number by which a value is chosen") FieldPath by) {}
