// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('workspace_members', table => {
    table
      .string('source', 16)
      .notNullable()
      .defaultTo('requester')
      .comment('requester, added');
    table.string('added_by', 255).nullable().comment('Entity ref');
    table.timestamp('added_at').nullable();
  });

  await knex.schema.alterTable('workspaces', table => {
    table
      .string('iam_mode', 16)
      .notNullable()
      .defaultTo('none')
      .comment('none, external, managed');
    table
      .string('iam_role_arn', 2048)
      .nullable()
      .comment('One role belongs to one workspace');
    table.text('iam_last_sync').nullable().comment('JSON');
    table.unique(['iam_role_arn'], {
      indexName: 'workspaces_iam_role_arn_unique',
    });
  });

  await knex.schema.createTable('workspace_people', table => {
    table.comment('People who signed in; also the queue of sign-ins');
    table.string('ref', 255).primary().comment('Entity ref of a User');
    table
      .text('subject')
      .notNullable()
      .comment('As the identity provider calls the person');
    table.string('service_account', 63).notNullable();
    table.timestamp('last_sign_in_at').notNullable();
    table.bigInteger('sign_in_mark').notNullable().comment('Counts sign-ins');
    table
      .bigInteger('handled_mark')
      .notNullable()
      .comment('The latest sign-in whose workspaces were made due');
    table.unique(['service_account'], {
      indexName: 'workspace_people_service_account_unique',
    });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('workspace_people');
  await knex.schema.alterTable('workspaces', table => {
    table.dropUnique(['iam_role_arn'], 'workspaces_iam_role_arn_unique');
    table.dropColumns('iam_mode', 'iam_role_arn', 'iam_last_sync');
  });
  await knex.schema.alterTable('workspace_members', table => {
    table.dropColumns('source', 'added_by', 'added_at');
  });
};
