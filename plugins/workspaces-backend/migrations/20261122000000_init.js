// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('workspaces', table => {
    table.comment('Team workspaces: what is wanted, how far we are, the queue');
    table.string('uid', 36).primary().comment('Never used again');
    table.string('id', 63).notNullable().comment('Free again once gone');
    table.string('display_name', 255).notNullable();
    table.text('description').notNullable();
    table.string('owner', 255).nullable().comment('Entity ref of a Group');
    table.string('cluster', 255).notNullable();
    table.string('quota_profile', 255).notNullable();
    table.boolean('is_default').notNullable();
    table.boolean('protected').notNullable();
    table.timestamp('expires_at').nullable();
    table.text('namespaces').notNullable().comment('JSON: names and profiles');
    table.text('search_text').notNullable().comment('Lower case');
    table.string('creation_token', 36).notNullable();
    table.string('created_by', 255).notNullable();
    table.timestamp('created_at').notNullable();
    table.timestamp('updated_at').notNullable();
    table.timestamp('deletion_requested_at').nullable();
    table.string('deletion_requested_by', 255).nullable();
    table.integer('generation').notNullable().comment('Of what is wanted');
    table.integer('revision').notNullable().comment('Of what people changed');
    table.bigInteger('version').notNullable().comment('Of any stored change');

    table.string('phase', 16).notNullable();
    table.text('conditions').notNullable().comment('JSON');
    table.text('reasons').notNullable().comment('Failed ones, as |A|B|');
    table.integer('observed_generation').notNullable();
    table.timestamp('last_pass_at').nullable();

    table
      .timestamp('next_attempt_at')
      .nullable()
      .comment('When a pass is due; null: stopped');
    table.integer('attempts').notNullable();
    table.bigInteger('due_mark').notNullable().comment('Counts makings due');
    table
      .bigInteger('reset_mark')
      .notNullable()
      .comment('The due mark of the latest fresh start');
    table.string('lease_token', 36).nullable();
    table.timestamp('lease_until').nullable();
    table.bigInteger('lease_mark').nullable().comment('Due mark when claimed');

    table.unique(['id'], { indexName: 'workspaces_id_unique' });
    table.index(['next_attempt_at'], 'workspaces_next_attempt_at_index');
    table.index(['owner'], 'workspaces_owner_index');
    table.index(['cluster'], 'workspaces_cluster_index');
  });

  await knex.schema.createTable('workspace_members', table => {
    table.comment('Roles given to Users and Groups; the owner has no row');
    table.string('workspace_uid', 36).notNullable();
    table.string('subject', 255).notNullable().comment('Entity ref');
    table.string('role', 16).notNullable();
    table.primary(['workspace_uid', 'subject']);
    table.index(['subject'], 'workspace_members_subject_index');
  });

  await knex.schema.createTable('workspace_objects', table => {
    table.comment('Objects in clusters that are ours');
    table.string('workspace_uid', 36).notNullable();
    table.string('api_version', 255).notNullable();
    table.string('kind', 255).notNullable();
    table.string('namespace', 255).notNullable().comment('Empty: none');
    table.string('name', 255).notNullable();
    table.string('uid', 64).notNullable();
    table.string('step', 255).notNullable();
    table.boolean('adopted').notNullable();
    table.primary([
      'workspace_uid',
      'kind',
      'namespace',
      'name',
      'api_version',
    ]);
  });

  await knex.schema.createTable('workspace_activity', table => {
    table.comment('What happened to workspaces; stays when they are gone');
    table.bigIncrements('id');
    table.string('workspace_uid', 36).notNullable();
    table.timestamp('at').notNullable();
    table.string('actor', 255).notNullable();
    table.string('action', 255).notNullable();
    table.string('result', 16).notNullable();
    table.text('message').notNullable();
    table.text('details').nullable().comment('JSON');
    table.index(['workspace_uid', 'id'], 'workspace_activity_uid_id_index');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('workspace_activity');
  await knex.schema.dropTable('workspace_objects');
  await knex.schema.dropTable('workspace_members');
  await knex.schema.dropTable('workspaces');
};
