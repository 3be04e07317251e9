// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The base of every operator: a keyed function that decides by timestamps alone, run by an operator
 * that counts its outputs and lets results have timestamps of their own.
 */
@NullMarked
package io.drey.operators.rule;

import org.jspecify.annotations.NullMarked;
