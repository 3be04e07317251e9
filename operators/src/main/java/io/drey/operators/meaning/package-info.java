// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** What values in state stand for, declared where a state is declared, for tools that read it. */
@NullMarked
package io.drey.operators.meaning;

import org.jspecify.annotations.NullMarked;
