/** Memory to program: what a user's code keeps per key, entry by entry. */
@NullMarked
package io.drey.operators.script;

import org.jspecify.annotations.NullMarked;
